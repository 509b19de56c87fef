import { expect, test } from 'bun:test'
import { openDumpReader } from '../../src/cli/kefu/dump-reader'
import type { FoundRow } from '../../src/cli/kefu/tables'
import { kept, mended, parted, plainOf, unescaped } from '../../src/cli/kefu/text'

const DUMP = `-- MySQL dump; it's "old"
/*!40101 SET NAMES utf8mb4 */;
DROP TABLE IF EXISTS \`robots\`;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE \`robots\` (
  \`id\` int NOT NULL AUTO_INCREMENT,
  \`keyword\` varchar(12) NOT NULL COMMENT 'a ; and a ( and a '' in it',
  \`reply\` text,
  PRIMARY KEY (\`id\`),
  KEY \`robots_keyword\` (\`keyword\`)
) ENGINE=InnoDB;
LOCK TABLES \`robots\` WRITE;
INSERT INTO \`robots\` VALUES (1,'退货','a\\'b\\\\ \\n\\"c\\"'),(2,'x''y',NULL),
(-3, _utf8mb4 'z', 0x68C3A9),(4,b'101',  '');
INSERT INTO \`other\` VALUES (1,'(;)');
REPLACE INTO robots (reply, id) VALUES ('VALUES (9,''no'')', 5);
INSERT INTO \`visitor_groups\` (\`id\`, \`group_name\`) VALUES (1,'last')`

const rowsOf = (chunks: Iterable<string>): object[] => {
  const reader = openDumpReader()
  const rows: FoundRow[] = []
  for (const chunk of chunks) rows.push(...reader.read(chunk))
  return rows.map(({ table, cells }) => ({ table, ...Object.fromEntries(cells) }))
}

const expected = [
  { table: 'robots', id: '1', keyword: '退货', reply: 'a\'b\\ \n"c"' },
  { table: 'robots', id: '2', keyword: "x'y", reply: null },
  { table: 'robots', id: '-3', keyword: 'z', reply: 'hé' },
  { table: 'robots', id: '4', keyword: '5', reply: '' },
  { table: 'robots', reply: "VALUES (9,'no')", id: '5' },
  { table: 'visitor_groups', id: '1', group_name: 'last' },
]

test('a dump is read as it was written, wherever its pieces end', () => {
  expect(rowsOf([DUMP])).toEqual(expected)
  expect(rowsOf(DUMP)).toEqual(expected)
  for (const size of [2, 3, 7, 64]) {
    const count = Math.ceil(DUMP.length / size)
    const pieces = Array.from({ length: count }, (_, nth) =>
      DUMP.slice(nth * size, (nth + 1) * size),
    )
    expect(rowsOf(pieces)).toEqual(expected)
  }
})

test('what a dump takes to read grows with its length and no faster', () => {
  const timeOf = (length: number) => {
    const dump = `INSERT INTO \`chats\` (\`cid\`,\`content\`) VALUES ${Array.from({ length }, (_, nth) => `(${nth},'${"it\\'s ".repeat(20)}')`).join(',')};`
    const from = performance.now()
    expect(rowsOf([dump])).toHaveLength(length)
    return performance.now() - from
  }
  timeOf(2_000)
  const [one, ten] = [timeOf(2_000), timeOf(20_000)]
  expect(ten).toBeLessThan(one * 40 + 200)
})

test('text is what its author wrote', () => {
  expect(unescaped('it&#x27;s A &amp; B &lt;b&gt; &amp;lt; &quot;')).toBe(`it's A & B <b> &lt; "`)
  expect(
    plainOf('<p>A &amp; B<br>c</p><script>alert(1)</script><ul><li>d</li></ul> &#8364; &#x20AC;'),
  ).toBe('A & B\nc\nd\n\n € €')
  expect(plainOf('1 < 2 and 3 > 2')).toBe('1 < 2 and 3 > 2')
  // Bytes of UTF-8 that were stored as Western letters; what is no such thing stays.
  expect(mended('ä½\u00a0å¥½')).toBe('你好')
  expect(mended('ðŸ˜€ café')).toBe('ðŸ˜€ café')
  expect(mended('ðŸ˜€')).toBe('😀')
  expect(mended('Ana é Über')).toBe('Ana é Über')
  expect(kept('a\r\nb\0c\uD800')).toBe('a\nbc\uFFFD')
  expect(parted('a😀b', 2)).toEqual(['a😀', 'b'])
  const from = performance.now()
  for (const part of ['<b ', '<', '<script>', '<br', '\n ', ' ', '<br>'])
    plainOf(`<p>${part.repeat(50_000)}`)
  expect(performance.now() - from).toBeLessThan(1_000)
})
