@echo off
chcp 65001 >nul
rem 在没有互联网的 Windows 上安装减证：双击，或 install.bat 安装目录
setlocal
set "here=%~dp0"
set "target=%~1"
if "%target%"=="" set "target=%LOCALAPPDATA%\jianzheng-app"
set /p wanted=<"%here%PYTHON"
py -%wanted% --version >nul 2>&1
if errorlevel 1 (
    echo 没有找到 Python %wanted%，请先安装（安装时勾选 py launcher）
    pause
    exit /b 1
)
py -%wanted% -m venv "%target%" || goto failed
for %%W in ("%here%wheels\jianzheng_assistant-*.whl") do set "own=%%~fW"
"%target%\Scripts\python.exe" -m pip install --quiet --no-index --find-links "%here%wheels" "%own%[server,postgres]" || goto failed
echo 已安装到 %target%
echo 审查一份指南： "%target%\Scripts\jianzheng.exe" review 指南.docx
echo 打开工作台：   "%target%\Scripts\jianzheng.exe" serve
pause
exit /b 0
:failed
echo 安装没有完成，请把上面的提示发给维护人员
pause
exit /b 1
