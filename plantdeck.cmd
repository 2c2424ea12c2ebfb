@echo off
rem Starts the PlantDeck that was built or unpacked here. Finds a Java 25 by itself and passes every argument on.
setlocal DisableDelayedExpansion

set "PLANTDECK_PORTABLE=%~dp0lib\javafx\win"
if exist "%PLANTDECK_PORTABLE%" goto findjava
set "PLANTDECK_BUILT=%~dp0app\target"
set "PLANTDECK_ENTRY=app\JavaFxDesktop.class"
if "%~1"=="bench" set "PLANTDECK_BUILT=%~dp0bench\target"
if "%~1"=="bench" set "PLANTDECK_ENTRY=bench\Bench.class"
if not exist "%PLANTDECK_BUILT%\launcher.args" goto notbuilt
if not exist "%PLANTDECK_BUILT%\classes\org\plantdeck\%PLANTDECK_ENTRY%" goto notbuilt

:findjava
set "PLANTDECK_JAVA="
call :try "%JAVA25_HOME%"
call :try "%JAVA_HOME%"
for /f "delims=" %%J in ('where java 2^>nul') do call :trybin "%%J"
for %%V in ("Eclipse Adoptium" "Java" "Microsoft" "Zulu" "Amazon Corretto" "BellSoft") do (
    for /d %%D in ("%ProgramFiles%\%%~V\*") do call :try "%%~D"
)
for /d %%D in ("%USERPROFILE%\.jdks\*") do call :try "%%~D"
if not defined PLANTDECK_JAVA goto nojava

if exist "%PLANTDECK_PORTABLE%" goto portable
"%PLANTDECK_JAVA%" "@%PLANTDECK_BUILT%\launcher.args" %*
exit /b %ERRORLEVEL%

:portable
"%PLANTDECK_JAVA%" "@%~dp0lib\java.args" -cp "%~dp0lib\*;%PLANTDECK_PORTABLE%\*;%~dp0plugins\*" org.plantdeck.plantruntime.PlantDeck %*
exit /b %ERRORLEVEL%

:try
if defined PLANTDECK_JAVA exit /b
if "%~1"=="" exit /b
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
findstr /b /c:"JAVA_VERSION=\"25" "%~1\release" >nul && set "PLANTDECK_JAVA=%~1\bin\java.exe"
exit /b

:trybin
if defined PLANTDECK_JAVA exit /b
"%~1" -version 2>&1 | findstr /c:"version \"25" >nul && set "PLANTDECK_JAVA=%~1"
exit /b

:notbuilt
echo plantdeck: nothing is built in %PLANTDECK_BUILT%; run mvn first (in %~dp0, once) 1>&2
exit /b 1

:nojava
echo plantdeck: no Java 25 found; install one (winget install EclipseAdoptium.Temurin.25.JDK) or set JAVA25_HOME to its folder 1>&2
exit /b 1
