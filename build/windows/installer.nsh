; What the installer and the uninstaller do beside what electron-builder has them do.
!include "${__FILEDIR__}/windows-10.nsh"

!macro preInit
  ; NOTE: the installer that writes the uninstaller runs where it is built.
  !ifndef BUILD_UNINSTALLER
    !insertmacro quitBeforeWindows10 "/SD IDOK"
  !endif
!macroend

; The uninstaller takes its whole folder away, so the data must not lie in there.
!macro customInit
  StrLen $R0 "$INSTDIR\"
  StrCpy $R1 "$LOCALAPPDATA\child-friendly-communes\Data\" $R0
  ${If} $R1 == "$INSTDIR\"
    MessageBox MB_OK|MB_ICONSTOP "Không cài được chương trình vào “$INSTDIR”, vì số liệu nằm trong thư mục đó và sẽ mất khi gỡ chương trình. Hãy cài vào một thư mục khác." /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
!macroend

!macro customHeader
  ; NOTE: electron-builder defines all of these in English first; the last definition counts, and the first one's warning would end the build.
  !pragma warning disable 6030
  LangString win7Required ${LANG_VIETNAMESE} "${NEEDS_WINDOWS_10}"
  LangString x64WinRequired ${LANG_VIETNAMESE} "${NEEDS_WINDOWS_10}"
  LangString appRunning ${LANG_VIETNAMESE} "Chương trình đang mở. Hãy lưu và đóng chương trình, rồi bấm Thử lại (Retry).$\r$\n$\r$\nBấm Hủy (Cancel) nếu chưa muốn làm tiếp: chương trình và số liệu vẫn như cũ."
  LangString appCannotBeClosed ${LANG_VIETNAMESE} "Không thay được các tệp của “${PRODUCT_NAME}” vì có tệp đang được dùng. Hãy đóng chương trình, rồi bấm Thử lại (Retry)."
  LangString installing ${LANG_VIETNAMESE} "Đang cài đặt, vui lòng chờ…"
  LangString areYouSureToUninstall ${LANG_VIETNAMESE} "Gỡ “${PRODUCT_NAME}” khỏi máy này?$\r$\n$\r$\nMọi phiếu và số liệu vẫn được giữ nguyên trong thư mục:$\r$\n$LOCALAPPDATA\child-friendly-communes\Data$\r$\n$\r$\nCài lại chương trình là thấy lại đủ. Nếu muốn bỏ cả số liệu, hãy sao lưu rồi tự xóa thư mục ấy."
  LangString decompressionFailed ${LANG_VIETNAMESE} "Không giải nén được các tệp của chương trình. Hãy chép lại tệp cài đặt từ nơi đã nhận, rồi mở lại."
  ; NOTE: a colon and a number follow.
  LangString uninstallFailed ${LANG_VIETNAMESE} "Không gỡ được bản cũ của chương trình. Hãy khởi động lại máy, rồi mở lại tệp cài đặt. Mã lỗi"
  LangString appClosing ${LANG_VIETNAMESE} "Đang chờ chương trình đóng…"
  !pragma warning default 6030
!macroend

; Nobody's figures are lost to an update: whoever has the program open closes it; electron-builder would end it.
!macro customCheckAppRunning
  ${If} ${FileExists} "$INSTDIR\${APP_EXECUTABLE_FILENAME}"
    ; NOTE: Windows lets nobody write to a program that runs. Asking so needs no PowerShell, which many offices block.
    askWhetherOpen:
    ClearErrors
    FileOpen $0 "$INSTDIR\${APP_EXECUTABLE_FILENAME}" a
    ${If} ${Errors}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(appRunning)" /SD IDCANCEL IDRETRY askWhetherOpen
      SetErrorLevel 2
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend
