# tests/FOLDER/test_*.c is a program of cmocka tests for src/FOLDER and links its library.
pkg_check_modules(CMOCKA REQUIRED IMPORTED_TARGET cmocka)
pkg_check_modules(TEST_JANSSON REQUIRED IMPORTED_TARGET jansson)

function(anban_tests folder)
  string(REPLACE "/" "_" library ${folder})
  if(NOT TARGET ${library})
    return()
  endif()
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${folder}/test_*.c)
  foreach(source ${sources})
    get_filename_component(name ${source} NAME_WE)
    set(target ${library}_${name})
    add_executable(${target} ${source})
    target_link_libraries(${target} PRIVATE ${library} PkgConfig::CMOCKA PkgConfig::TEST_JANSSON)
    target_compile_definitions(${target} PRIVATE ANBAN_SAMPLES="${CMAKE_SOURCE_DIR}/tests/samples"
      ANBAN_SOURCE="${CMAKE_SOURCE_DIR}")
    add_test(NAME ${folder}/${name} COMMAND ${target} WORKING_DIRECTORY ${CMAKE_BINARY_DIR})
    set_tests_properties(${folder}/${name} PROPERTIES TIMEOUT 120)
  endforeach()
endfunction()

foreach(folder base protocol kiosk/model kiosk/lang kiosk/ui kiosk/screens kiosk/speech kiosk/sound kiosk/link kiosk/store
    kiosk/app server/store server/hub server/model server/http server/api server/app)
  anban_tests(${folder})
endforeach()
