#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds every SQL text of src/server against the rules that keep it one text for SQLite and PostgreSQL, and against
the schema of store/steps.c; fails with file and line.

The kiosk's own store is SQLite for ever and is not looked at. Statements of one engine only (PRAGMA, VACUUM) stand in
store/sqlite*.c.
"""
import pathlib
import re
import sqlite3
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
STEPS = ROOT / 'src/server/store/steps.c'
TOKEN = re.compile(r'''//[^\n]*|/\*.*?\*/|^[ \t]*\#(?:[^\n]*\\\n)*[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)+'|\w+|\s+|.''', re.S | re.M)
DEFINE = re.compile(r'^[ \t]*#[ \t]*define[ \t]+(\w+)[ \t\\\n]+((?:"(?:[^"\\\n]|\\.)*"[ \t\\\n]*)+)$', re.M)
STATEMENT = re.compile(r'\s*(SELECT|INSERT|UPDATE|DELETE|WITH|CREATE|ALTER|DROP|REPLACE)\s+\S')
MACROS = {'@ID@': 'INTEGER PRIMARY KEY', '@I64@': 'INTEGER', '@BLOB@': 'BLOB', '@STRICT@': ' STRICT'}

# What the two engines do differently, or only one of them knows.
FORBIDDEN = [
    (r'\?', 'parameters are $1, $2 …'),
    (r'->', '-> and ->> differ: build and read JSON in C'),
    (r'\bjsonb?_\w+', 'JSON is opaque text: build and read it in C'),
    (r'\b(I?LIKE|GLOB|REGEXP|MATCH)\b', 'LIKE is blind to case in SQLite only'),
    (r'\b(now|datetime|strftime|julianday|unixepoch)\s*\(|\bCURRENT_\w+', 'time is a parameter in ms'),
    (r'\boctet_length\b|\bGREATEST\b|\bLEAST\b|\bIFNULL\b|\bIIF\s*\(|\bTOTAL\s*\(|\bgroup_concat\b|\bstring_agg\b',
     'one engine only'),
    (r'\b(last_insert_rowid|changes|random|printf|typeof)\s*\(|\bROWID\b|\bAUTOINCREMENT\b', 'SQLite only'),
    (r'\bREPLACE\s+INTO\b|\bINSERT\s+OR\b|\bUPDATE\s+OR\b', 'say ON CONFLICT'),
    (r'\bFOR\s+UPDATE\b|::', 'PostgreSQL only'),
    (r'\bUSING\b', 'USING merges columns differently: say ON'),
    (r'==|`|\[|"', 'no == and no quoted names'),
    (r'\b(TRUE|FALSE)\b', 'flags are 0 and 1'),
    (r'\bLIMIT\s+[^\s)]+\s*,', 'say LIMIT … OFFSET …'),
    (r'\bCOLLATE\b', 'one engine only'),
    (r'\bRETURNING\s+\*|\bSELECT\s+\*', 'name the columns: schemas grow'),
]
RESERVED = {'user', 'order', 'group', 'table', 'end', 'limit', 'offset', 'check', 'column', 'default', 'grant', 'window'}
SUM = re.compile(r'(?<!CAST\()\bSUM\s*\(')
EXTREME = re.compile(r'\b(MAX|MIN)\s*\(')

# Each must be refused, else this test checks nothing.
WRONG = [
    'SELECT name FROM dish WHERE id = ?',
    'SELECT name FROM dish WHERE id = $2',
    "SELECT name FROM dish WHERE name LIKE $1",
    'INSERT OR REPLACE INTO day_number(date, newest) VALUES($1, $2)',
    'SELECT MAX(price_fen, 1) FROM dish',
    'SELECT SUM(price_fen) FROM dish',
    'SELECT * FROM dish',
    'SELECT nmae FROM dish',
    'SELECT name FROM dishes',
    'DELETE FROM dish WHERE "id" = $1',
    'UPDATE dish SET gone_at = now()',
    'CREATE TABLE order(id TEXT PRIMARY KEY)@STRICT@;',
    'CREATE TABLE thing(id TEXT PRIMARY KEY, at INTEGER NOT NULL)@STRICT@;',
    'CREATE TABLE thing(id TEXT PRIMARY KEY, at @I64@)@STRICT@;',
    'CREATE TABLE thing(id TEXT PRIMARY KEY);',
    'ALTER TABLE dish ADD COLUMN rest @I64@ NOT NULL;',
    'ALTER TABLE dish ADD COLUMN rest INTEGER NOT NULL DEFAULT 0;',
    'ALTER TABLE dish RENAME COLUMN name TO rest;',
]


def unquoted(literal):
    return literal[1:-1].replace('\\n', '\n').replace('\\"', '"').replace('\\\\', '\\')


def texts_of(path):
    """Yields line and whole text of each string of a C file; neighbours and macros of strings are joined."""
    source = path.read_text(encoding='utf-8')
    macros = {name: ''.join(unquoted(part) for part in re.findall(r'"(?:[^"\\\n]|\\.)*"', value))
              for name, value in DEFINE.findall(source)}
    text, line, begun = '', 1, 0
    for token in TOKEN.findall(source):
        if token[0] == '"' or token in macros:
            begun = begun if text else line
            text += unquoted(token) if token[0] == '"' else macros[token]
        elif not (token.isspace() or token.startswith(('//', '/*')) or token.lstrip().startswith('#')):
            if text:
                yield begun, text
            text = ''
        line += token.count('\n')
    for name, value in macros.items():
        if STATEMENT.match(value):
            yield 1 + source[:source.index(name)].count('\n'), value


def bare(sql):
    """The statement without its texts, so that a word in a text is no word of SQL."""
    return re.sub(r"'[^']*'", "''", sql)


def has_two_arguments(sql, at):
    depth = 0
    for character in sql[at:]:
        depth += (character == '(') - (character == ')')
        if character == ',' and depth == 1:
            return True
        if depth == 0:
            return False
    return False


def faults_of_words(sql):
    plain = bare(sql)
    for pattern, why in FORBIDDEN:
        found = re.search(pattern, plain, re.I)
        if found:
            yield f'"{found.group(0).strip()}": {why}'
    if SUM.search(plain):
        yield 'SUM of BIGINT is NUMERIC in PostgreSQL: say CAST(SUM(…) AS BIGINT)'
    for found in EXTREME.finditer(plain):
        if has_two_arguments(plain, found.end() - 1):
            yield f'{found.group(1)} of two values is SQLite only'
    numbers = sorted({int(number) for number in re.findall(r'\$(\d+)', plain)})
    if numbers != list(range(1, len(numbers) + 1)):
        yield f'parameters must be $1 to ${len(numbers)}'


def faults_of_table(sql):
    for name, columns, strict in re.findall(r'CREATE TABLE (\w+)\((.*?)\)(@STRICT@)?;', sql, re.S):
        if not strict:
            yield f'{name}: @STRICT@ is missing'
        if name.lower() in RESERVED:
            yield f'{name} is a reserved word'
        for column in re.split(r',(?![^(]*\))', columns):
            words = column.split()
            if words[0] in ('PRIMARY', 'UNIQUE', 'FOREIGN'):
                continue
            if words[0].lower() in RESERVED:
                yield f'{name}.{words[0]} is a reserved word'
            if words[1] not in ('TEXT', '@I64@', '@BLOB@', '@ID@'):
                yield f'{name}.{words[0]}: TEXT, @I64@, @BLOB@ or @ID@ is expected'
            # NULLs sort differently, and nothing here needs them.
            if words[1] != '@ID@' and 'NOT NULL' not in column and 'PRIMARY KEY' not in column:
                yield f'{name}.{words[0]}: NOT NULL is expected'


def faults_of_new_columns(sql):
    """Rows are there already, so a new column says what it is in them."""
    for rest in re.findall(r'ALTER TABLE \w+ (.*?);', sql, re.S):
        if not re.fullmatch(r"ADD COLUMN \w+ (TEXT|@I64@) NOT NULL DEFAULT (-?\d+|'')", rest):
            yield f'{rest}: ADD COLUMN NAME TEXT|@I64@ NOT NULL DEFAULT … is expected'


def lite(sql):
    for word, value in MACROS.items():
        sql = sql.replace(word, value)
    return sql


def faults_of_meaning(sql, schema):
    if sql.startswith(('CREATE', 'ALTER')):
        return
    try:
        parameters = {number: None for number in re.findall(r'\$(\d+)', sql)}
        schema.execute('EXPLAIN ' + sql, parameters)
    except sqlite3.Error as error:
        yield str(error)


def faults_of(sql, schema):
    yield from faults_of_words(sql)
    yield from faults_of_table(sql)
    yield from faults_of_new_columns(sql)
    yield from faults_of_meaning(sql, schema)


def schema_of_steps():
    schema = sqlite3.connect(':memory:')
    schema.execute('CREATE TABLE schema_version(number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT')
    for _, text in texts_of(STEPS):
        if STATEMENT.match(text):
            schema.executescript(lite(text))
    return schema


def is_engines_own(path):
    return path.parent.name == 'store' and path.name.startswith('sqlite')


def main():
    schema, checked, wrong = schema_of_steps(), 0, 0
    for sql in WRONG:
        if not list(faults_of(sql, schema)):
            print(f'this should have been refused: {sql}')
            wrong += 1
    for path in sorted((ROOT / 'src/server').rglob('*.c')):
        for line, sql in texts_of(path):
            if not STATEMENT.match(sql) or is_engines_own(path):
                continue
            checked += 1
            for fault in faults_of(sql, schema):
                print(f'{path}:{line}: {fault}')
                wrong += 1
    print(f'{checked} statements, {wrong} against the rules')
    return 1 if wrong or checked == 0 else 0


sys.exit(main())
