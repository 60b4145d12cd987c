# What a person says who lends the kiosk a voice: build/script/LOCALE.json, made of the catalogues, read by the server
# and shown on the desk page line by line.
set(anban_make_script ${CMAKE_SOURCE_DIR}/locales/make_script)
foreach(locale ${ANBAN_LOCALES} ${ANBAN_DIALECTS})
  string(REGEX REPLACE "@.*" "" language ${locale})
  set(pos ${CMAKE_SOURCE_DIR}/locales/${locale}.po ${CMAKE_SOURCE_DIR}/locales/${language}.po)
  list(REMOVE_DUPLICATES pos)
  set(script ${CMAKE_BINARY_DIR}/script/${locale}.json)
  file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/script)
  add_custom_command(OUTPUT ${script} COMMAND ${anban_make_script} ${script} ${locale} ${pos}
    DEPENDS ${anban_make_script} ${pos} VERBATIM)
  list(APPEND anban_scripts ${script})
endforeach()
add_custom_target(anban_script ALL DEPENDS ${anban_scripts})
install(FILES ${anban_scripts} DESTINATION ${CMAKE_INSTALL_DATADIR}/anban/script)
