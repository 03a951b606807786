@echo off
rem Runs Maven: an installed one of 3.8.6 or newer, otherwise the one that
rem .mvn\wrapper\maven-wrapper.properties pins, fetched once into %USERPROFILE%\.m2\wrapper.
rem
rem   JAVA_HOME              the JDK that runs Maven (otherwise java on the PATH)
rem   MAVEN_USER_HOME        where to keep the fetched Maven (otherwise %USERPROFILE%\.m2)
rem   MVNW_DISTRIBUTION_URL  a mirror of the pinned archive; its checksum stays
setlocal EnableExtensions DisableDelayedExpansion

set "PROJECT=%~dp0"
set "JAVA="
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if not defined JAVA_HOME for %%j in (java.exe) do set "JAVA=%%~$PATH:j"
if not defined JAVA goto nojava
if not exist "%JAVA%" goto nojava

set "INSTALLED="
set "PATCH="
for %%m in (mvn.cmd) do set "INSTALLED=%%~$PATH:m"
if not defined INSTALLED goto pinned
for /f "tokens=3" %%v in ('call "%INSTALLED%" -v 2^>nul ^| findstr /c:"Apache Maven "') do (
  for /f "tokens=1-3 delims=.-" %%a in ("%%v") do (
    set "MAJOR=%%a"
    set "MINOR=%%b"
    set "PATCH=%%c"
  )
)
if not defined PATCH goto pinned
if %MAJOR% GTR 3 goto installed
if %MAJOR% LSS 3 goto pinned
if %MINOR% GTR 8 goto installed
if %MINOR% LSS 8 goto pinned
if %PATCH% LSS 6 goto pinned

:installed
endlocal & "%INSTALLED%" %*

:pinned
for /f "usebackq tokens=1* delims==" %%k in ("%PROJECT%.mvn\wrapper\maven-wrapper.properties") do (
  if "%%k"=="version" set "PINNED=%%l"
  if "%%k"=="distributionUrl" set "URL=%%l"
  if "%%k"=="distributionSha512" set "SHA512=%%l"
)
if defined MVNW_DISTRIBUTION_URL set "URL=%MVNW_DISTRIBUTION_URL%"
set "STORE=%USERPROFILE%\.m2"
if defined MAVEN_USER_HOME set "STORE=%MAVEN_USER_HOME%"
rem The checksum is part of the name, so that a changed pin never meets an old install.
set "FETCHED=%STORE%\wrapper\dists\apache-maven-%PINNED%-%SHA512:~0,12%"
if not exist "%FETCHED%\bin\mvn.cmd" "%JAVA%" "%PROJECT%.mvn\wrapper\FetchMaven.java" "%URL%" "%SHA512%" "%FETCHED%" || exit /b 1
endlocal & "%FETCHED%\bin\mvn.cmd" %*

:nojava
echo mvnw: no java found: install a JDK of 21 or newer, or set JAVA_HOME 1>&2
exit /b 1
