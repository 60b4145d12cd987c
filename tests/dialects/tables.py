#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wrong in a dialect's table, in our words or in espeak-ng's data is refused and named; numbers have their tones.

tables.py VOICES NUMBERS PHONEMES   VOICES: the folder of espeak-ng-data; NUMBERS: numbers.tsv; PHONEMES: anban-phonemes
"""
import os
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
TABLES = os.path.join(ROOT, 'assets', 'dialects')
VOICES, NUMBERS, PHONEMES = sys.argv.pop(1), sys.argv.pop(1), sys.argv.pop(1)
GOOD = 'name 测试话\ntone 1 55\ntone 2 35\ntone 3 213\ntone 4 51\n'
SAID = '一二三四五六七八九十百两'


def run(*words):
    return subprocess.run(words, capture_output=True, text=True, check=False)


def read(path):
    with open(path, 'rb') as file:
        return file.read()


class Tables(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def path(self, name, text=None):
        path = os.path.join(self.folder.name, name)
        if text is not None:
            with open(path, 'wb') as file:
                file.write(text if isinstance(text, bytes) else text.encode())
        return path

    def voice(self, table):
        path = self.path('test.dialect', table)
        return run(sys.executable, os.path.join(TABLES, 'voice.py'), path, os.path.join(VOICES, 'work', 'readings'),
                   self.folder.name)

    def test_a_good_table_is_taken(self):
        done = self.voice(GOOD)
        self.assertEqual((done.returncode, done.stderr), (0, ''))

    def test_a_bad_line_is_named(self):
        for line, why in (('tone 5 67', 'digits from 1 to 5'), ('tone 1 33', 'second time'), ('colour red', '"colour" is not known'),
                          ('initial zh z', 'needs "->"'), ('initial -> z', 'nothing stands before'),
                          ('final an en -> a b c', 'as many as before'), ('initial zh -> z after', 'nothing stands after "after"'),
                          ('entering all 7', 'no tone 7'), ('sandhi 1 9 -> 1 1', 'no line "tone"'), ('pitch 80', 'pitch LOW HIGH'),
                          ('initial n -> l entering never', 'clear, sonorant, voiced'), ('read 街道 gai1', 'a syllable for each'),
                          ('read 街 gai', 'no syllable with a tone'), ('read 街 gai9', 'no syllable with a tone'),
                          ('sound final x y', 'T marks'), ('chain 1 55', '2 pitches'), ('base latin', 'pinyin or wugniu')):
            done = self.voice(GOOD + line + '\n')
            self.assertEqual(done.returncode, 1, line)
            self.assertIn('test.dialect:6: ', done.stderr, line)
            self.assertIn(why, done.stderr, line)

    def test_no_table_is_told(self):
        self.assertIn('needs a line "name"', self.voice('# empty\n').stderr)
        self.assertIn('is not UTF-8', self.voice(b'name \xff\xfe\n').stderr)

    def test_a_corrected_table_is_heard_without_a_compiler(self):
        text = read(os.path.join(TABLES, 'sichuan.dialect')).decode().replace('tone 1 55', 'tone 1 44')
        table, to = self.path('sichuan.dialect', text), self.path('v')
        path = os.path.dirname(os.path.abspath(PHONEMES)) + ':' + os.environ['PATH']
        done = subprocess.run([sys.executable, os.path.join(TABLES, 'anban-dialect'), table, '--voices', VOICES, '--to', to],
                              env={**os.environ, 'PATH': path}, capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ''))
        self.assertIn('th\'A044', run('espeak-ng', '--path=' + to, '-v', 'cmn-x-sichuan', '-q', '-x', '他').stdout)
        self.assertIn('th\'A053', run('espeak-ng', '--path=' + to, '-v', 'cmn-x-tianjin', '-q', '-x', '踏').stdout)

    def test_a_bad_word_is_named(self):
        fine, words = self.path('fine.txt', '# fine\n'), self.path('words.txt', '# fine\n银行\tyin2\n')
        for lists in ((fine, fine, fine, words), (fine, fine, words, fine), (fine, words, fine, fine)):
            done = run(sys.executable, os.path.join(TABLES, 'sources.py'), self.path('out'), *lists)
            self.assertEqual(done.returncode, 1)
            self.assertIn('words.txt:2: "银行" needs 2 syllables', done.stderr)

    def test_cantonese_is_read_by_our_dictionary(self):
        table = dict(line.split('\t') for line in read(os.path.join(VOICES, 'yue.syllables')).decode().splitlines())
        for text, jyutping in (('銀行', 'ngan4 hong4'), ('请', 'ceng2'), ('廚房', 'cyu4 fong2'), ('瞓覺', 'fan3 gaau3')):
            said = run('espeak-ng', '--path=' + VOICES, '-v', 'yue', '-q', '-x', text).stdout
            heard = [one.strip(' _') for one in re.split(r'\|+|\n', said) if one.strip(' _')]
            self.assertEqual(heard, [table[one] for one in jyutping.split()], text)

    def test_other_data_of_espeak_is_refused(self):
        for name in ('phontab', 'phonindex'):
            self.path(name, read(os.path.join(VOICES, 'espeak-ng-data', name)))
        self.path('phondata', b'\x02\x48\x01\x00' + b'\0' * 100)
        done = run(PHONEMES, self.folder.name, self.folder.name, self.path('tables', 'table x cmn\n'))
        self.assertEqual(done.returncode, 1)
        self.assertIn('0x014802', done.stderr)
        self.path('phondata', b'\x01\x48\x01\x00' + b'\0' * 100)
        for line, why in (('table x nowhere', 'no table nowhere'), ('tone', 'no line of a table'), ('table x cmn\ntone 09 9', 'no tone'),
                          ('table x cmn\nvowel q cmn X 50', 'no vowel X'), ('table x cmn\ntone 02134 213', 'four letters')):
            done = run(PHONEMES, self.folder.name, self.folder.name, self.path('tables', line + '\n'))
            self.assertEqual(done.returncode, 1, line)
            self.assertIn(why, done.stderr, line)
        self.path('phontab', b'\x05\0\0\0')
        self.assertIn('damaged', run(PHONEMES, self.folder.name, self.folder.name, self.path('tables', '')).stderr)

    def test_numbers_have_the_tones_of_the_dialect(self):
        seen = 0
        for line in read(NUMBERS).decode().splitlines():
            voice, *want = line.split()
            if voice[0] == '#':
                continue
            done = run('espeak-ng', '--path=' + VOICES, '-v', 'cmn-x-' + voice, '-q', '-x', '。\n\n'.join(SAID) + '。')
            chao = dict(re.findall('tone (\\d+) (\\d+)', read(os.path.join(VOICES, 'work', voice + '.tones')).decode()))
            tones = [chao[tone] for tone in re.findall(r'0?[1-5]+', done.stdout)]
            print(voice, ' '.join(map(''.join, zip(SAID, tones))))
            self.assertEqual(tones, want, voice)
            seen += 1
        self.assertEqual(seen, len([name for name in os.listdir(TABLES) if name.endswith('.dialect')]))


if __name__ == '__main__':
    unittest.main()
