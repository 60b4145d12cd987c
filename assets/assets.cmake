# The drawings of dishes and persons become pictures of 480 pixels beside the programs; icons are drawn by the kiosk
# from the SVG itself.
find_program(RSVG_CONVERT rsvg-convert REQUIRED)
set(anban_pictures "")
foreach(folder dishes portraits)
  file(GLOB drawings CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/${folder}/*.svg)
  foreach(drawing ${drawings})
    get_filename_component(name ${drawing} NAME_WE)
    set(picture ${CMAKE_BINARY_DIR}/assets/${folder}/${name}.png)
    add_custom_command(OUTPUT ${picture}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/assets/${folder}
      COMMAND ${RSVG_CONVERT} --width 480 --height 480 --keep-aspect-ratio --output ${picture} ${drawing}
      DEPENDS ${drawing} VERBATIM)
    list(APPEND anban_pictures ${picture})
  endforeach()
endforeach()
add_custom_target(anban_pictures ALL DEPENDS ${anban_pictures})

install(DIRECTORY ${CMAKE_SOURCE_DIR}/assets/icons DESTINATION ${CMAKE_INSTALL_DATADIR}/anban)
install(DIRECTORY ${CMAKE_BINARY_DIR}/assets/dishes ${CMAKE_BINARY_DIR}/assets/portraits
  DESTINATION ${CMAKE_INSTALL_DATADIR}/anban/pictures)
