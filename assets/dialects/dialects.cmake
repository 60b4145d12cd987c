# The voices: espeak-ng's data with our dictionaries and dialects, in build/…/voices/espeak-ng-data, and beside it a table
# of syllables for each voice. docs/dialects.md tells what is made of what. All of it takes some seconds, once.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
find_program(ESPEAK_NG espeak-ng REQUIRED)
execute_process(COMMAND ${ESPEAK_NG} --version OUTPUT_VARIABLE espeak_version)
string(REGEX REPLACE ".*Data at: ([^\n]*).*" "\\1" espeak_data "${espeak_version}")

set(dialects ${CMAKE_SOURCE_DIR}/assets/dialects)
set(voices ${CMAKE_BINARY_DIR}/voices)
set(work ${voices}/work)
file(MAKE_DIRECTORY ${work})
file(GLOB dialect_tables CONFIGURE_DEPENDS ${dialects}/*.dialect)
file(GLOB dialect_programs ${dialects}/*.py)

add_executable(anban-phonemes ${dialects}/phonemes.c ${dialects}/tables.c)
target_link_libraries(anban-phonemes PRIVATE base m)

set(readings ${work}/readings)
set(lists ${dialects}/commonest.txt ${dialects}/cedict.txt ${dialects}/names.txt ${dialects}/words.txt)
add_custom_command(OUTPUT ${readings}
  COMMAND Python3::Interpreter ${dialects}/sources.py ${readings} ${lists}
  DEPENDS ${dialects}/sources.py ${lists} VERBATIM)

# The server knows who is called so.
set(surnames ${CMAKE_BINARY_DIR}/generated/server/model/surnames.inc)
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/generated/server/model)
add_custom_command(OUTPUT ${surnames}
  COMMAND Python3::Interpreter ${dialects}/surnames.py ${dialects}/names.txt ${readings} ${surnames}
  DEPENDS ${dialects}/surnames.py ${dialects}/sources.py ${dialects}/names.txt ${readings} VERBATIM)
target_sources(server_model PRIVATE ${surnames})
target_include_directories(server_model PRIVATE ${CMAKE_BINARY_DIR}/generated)

foreach(table ${dialect_tables})
  get_filename_component(id ${table} NAME_WE)
  add_custom_command(OUTPUT ${work}/${id}_list ${work}/${id}_rules ${work}/${id}.voice ${work}/${id}.tones
      ${work}/${id}.syllables
    COMMAND Python3::Interpreter ${dialects}/voice.py ${table} ${readings} ${work}
    DEPENDS ${table} ${readings} ${dialect_programs} ${dialects}/sounds.txt VERBATIM)
  list(APPEND dialect_tones ${work}/${id}.tones)
endforeach()

set(phonemes ${voices}/espeak-ng-data/phontab)
add_custom_command(OUTPUT ${phonemes}
  COMMAND Python3::Interpreter ${dialects}/data.py ${espeak_data} ${voices} $<TARGET_FILE:anban-phonemes> ${dialect_tones}
  DEPENDS ${dialects}/data.py ${dialect_tones} anban-phonemes ${espeak_data}/phontab VERBATIM)

foreach(table ${dialect_tables})
  get_filename_component(id ${table} NAME_WE)
  set(dictionary ${voices}/espeak-ng-data/anban_${id}_dict)
  add_custom_command(OUTPUT ${dictionary} ${voices}/cmn-x-${id}.syllables
    COMMAND Python3::Interpreter ${dialects}/compile.py ${id} ${work} ${voices}
    DEPENDS ${dialects}/compile.py ${work}/${id}_list ${work}/${id}_rules ${work}/${id}.voice ${phonemes} VERBATIM)
  list(APPEND dictionaries ${dictionary})
endforeach()
add_custom_command(OUTPUT ${voices}/yue.syllables
  COMMAND Python3::Interpreter ${dialects}/cantonese.py ${voices} ${work}
  DEPENDS ${dialects}/cantonese.py ${dialects}/compile.py ${dialects}/sources.py ${dialects}/words_yue.txt ${phonemes} VERBATIM)
add_custom_target(anban_voices ALL DEPENDS ${dictionaries} ${voices}/yue.syllables)

# With all that anban-dialect needs to make a voice of a corrected table.
set(share ${CMAKE_INSTALL_DATADIR}/anban)
install(DIRECTORY ${voices}/ DESTINATION ${share}/voices PATTERN work EXCLUDE)
install(DIRECTORY ${work}/ DESTINATION ${share}/voices/work FILES_MATCHING PATTERN readings PATTERN *.tones)
install(FILES ${dialect_tables} ${dialect_programs} ${dialects}/sounds.txt ${lists} DESTINATION ${share}/dialects)
install(PROGRAMS ${dialects}/anban-dialect DESTINATION ${share}/dialects)
install(TARGETS anban-phonemes)
install(CODE "file(CREATE_LINK ../share/anban/dialects/anban-dialect
  \$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/bin/anban-dialect SYMBOLIC)")
