!include LogicLib.nsh
!include WinVer.nsh
!include x64.nsh

!define NEEDS_WINDOWS_10 "Chương trình này cần Windows 10 trở lên, bản 64-bit. Windows trên máy này không đáp ứng được nên không mở được chương trình; máy chưa bị thay đổi gì.$\r$\n$\r$\nHãy dùng tệp này trên một máy khác có Windows 10 hoặc Windows 11. Nếu chưa có máy như vậy, hãy nhờ một máy khác in Phiếu ghi tay để ghi số liệu trên giấy."

; `SILENTLY` is what a silent run answers by itself: nothing for the portable program, which is always silent and must say it all the same.
!macro quitBeforeWindows10 SILENTLY
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "${NEEDS_WINDOWS_10}" ${SILENTLY}
    SetErrorLevel 2
    Quit
  ${EndIf}
!macroend
