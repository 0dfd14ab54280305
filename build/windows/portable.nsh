; The program that runs without being installed: what it says on a Windows that is too old.
!include "${__FILEDIR__}/windows-10.nsh"

; Otherwise the box is called "Setup".
Caption "${PRODUCT_NAME}"

; NOTE: a function, because LogicLib has no condition within a condition.
Function quitBeforeWindows10
  !insertmacro quitBeforeWindows10 ""
FunctionEnd

; NOTE: electron-builder asks for nothing of ours here, but whether this is Vista, before anything is unpacked: that question is taken.
!define /redef IsWinVista `"" TooOldWindows ""`
!macro _TooOldWindows _a _b _t _f
  Call quitBeforeWindows10
  Goto `${_f}`
!macroend
