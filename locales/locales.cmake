# The catalogues: LOCALE.po here, build/locales/LOCALE/LC_MESSAGES/anban.mo for the kiosk.
# `cmake --build … --target anban_pot` writes build/locales/anban.pot from the sources, `anban_po` brings new sentences
# into each .po, where they wait for their translation. A dialect's .po holds only what is said otherwise there and is
# written by hand: merging would fill it with all the rest.
find_program(MSGFMT msgfmt REQUIRED)
find_program(MSGMERGE msgmerge REQUIRED)

set(ANBAN_DIALECTS zh_CN@shanghai zh_CN@hangzhou zh_CN@sichuan zh_CN@dongbei zh_CN@henan zh_CN@shandong zh_CN@shaanxi
  zh_CN@tianjin zh_CN@wuhan)
set(ANBAN_LOCALES zh_CN zh_HK en)
foreach(locale ${ANBAN_LOCALES} ${ANBAN_DIALECTS})
  set(po ${CMAKE_SOURCE_DIR}/locales/${locale}.po)
  set(mo ${CMAKE_BINARY_DIR}/locales/${locale}/LC_MESSAGES/anban.mo)
  file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/locales/${locale}/LC_MESSAGES)
  add_custom_command(OUTPUT ${mo} COMMAND ${MSGFMT} --check -o ${mo} ${po} DEPENDS ${po} VERBATIM)
  list(APPEND anban_mo ${mo})
  install(FILES ${mo} DESTINATION ${CMAKE_INSTALL_LOCALEDIR}/${locale}/LC_MESSAGES)
  if(locale IN_LIST ANBAN_DIALECTS)
    continue()
  endif()
  list(APPEND merge_all COMMAND ${MSGMERGE} --quiet --no-fuzzy-matching --no-wrap --sort-by-file --update --backup=none
    ${po} ${CMAKE_BINARY_DIR}/locales/anban.pot)
endforeach()
add_custom_target(anban_locales ALL DEPENDS ${anban_mo})

add_custom_target(anban_pot
  COMMAND ${CMAKE_SOURCE_DIR}/locales/make_pot ${CMAKE_BINARY_DIR}/locales/anban.pot VERBATIM)
add_custom_target(anban_po ${merge_all} DEPENDS anban_pot VERBATIM)
