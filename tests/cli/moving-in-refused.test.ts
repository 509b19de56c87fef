import { expect, test } from 'bun:test'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { scratchFolder } from '../support/programs'
import { runHere } from './terminal'

const openAt = () => {
  const data = scratchFolder()
  return { data, run: (argv: string[]) => runHere([...argv, '--data', data]) }
}
const fileOf = (lines: readonly (object | string)[]) => {
  const file = join(scratchFolder(), 'lines.jsonl')
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
  writeFileSync(file, `\uFEFF${text.join('\n')}\n\n`)
  return file
}

const at = Date.UTC(2025, 0, 6)
const source = 'shop'
const department = { kind: 'department', source, source_id: '1', name: 'Sales' }
const vera = { kind: 'visitor', source, source_id: 'v', name: 'Vera' }
const said = (seq: number, more: object = {}) => ({
  ...{
    seq,
    client_id: `m${seq}`,
    by: 'visitor',
    author: 'v',
    name: 'Vera',
    at: at + seq,
    text: 'Hi',
  },
  ...more,
})
const talk = (source_id: string, more: object = {}) => ({
  ...{ kind: 'conversation', source, source_id, visitor: 'v', department: '1' },
  ...{ opened_at: at, closed_at: at + 1000, entries: [said(1)], ...more },
})
const withBody = (id: string, body: object) => talk(id, { entries: [said(1, { body })] })
const html = { id: 'f', name: 'a.html', type: 'text/html', bytes: 4 }
const text = { id: 'f', name: 'a.txt', type: 'text/plain', bytes: 4 }
const file = (source_id: string, more: object = {}) => ({
  ...{ kind: 'file', source, source_id, conversation: 'good', client_id: 'm1' },
  ...{ name: 'a.txt', type: 'text/plain', at, bytes: 4, ...more },
})
const piece = (source_id: string, bytes: string) => ({
  ...{ kind: 'piece', source, source_id, data: Buffer.from(bytes).toString('base64') },
})

test('what cannot be taken is named, line by line, and the rest is taken', async () => {
  const { run } = openAt()
  const lines = [
    department,
    '{"kind":',
    '[]',
    { ...vera, kind: 'goblin' },
    vera,
    { ...vera, source_id: 'long', name: 'x'.repeat(121) },
    talk('good', { entries: [said(1, { body: { kind: 'text', files: [text] } })] }),
    talk('nobody', { visitor: 'w' }),
    talk('nowhere', { department: '2' }),
    talk('gap', { entries: [said(1), said(3)] }),
    talk('twice', { entries: [said(1), said(2, { client_id: 'm1' })] }),
    talk('back', { entries: [said(1), said(2, { at: at - 1 })] }),
    talk('changed', { entries: [said(1, { changes: 'm0' })] }),
    talk('empty', { entries: [] }),
    withBody('page', { kind: 'text', files: [html] }),
    withBody('what', { kind: 'notice', notice: { code: 'nonsense' } }),
    withBody('stars', { kind: 'notice', notice: { code: 'rated', stars: 6 } }),
    file('f'),
    piece('f', 'te'),
    piece('f', 'xt'),
    piece('other', 'xxxx'),
    file('short'),
    piece('short', 'x'),
    file('lost', { conversation: 'nobody' }),
    file('strange', { client_id: 'm9' }),
    { kind: 'setting', source: 'bellhop', source_id: 'identity-secret', value: 'x' },
    { kind: 'block', source, source_id: 'b', scope: 'network', value: 'everybody', at },
    talk('last'),
  ]
  const answer = JSON.parse((await run(['import', fileOf(lines), '--json'])).out)
  const named = answer.refused.map(({ sentence }: { sentence: string }) => sentence)
  expect(named).toEqual([
    'Line 2, it: it is no line of JSON.',
    'Line 3, it: it is no line of this format.',
    'Line 4, goblin v: its kind is not right.',
    'Line 6, visitor long: its name is not right.',
    'Line 10, conversation gap: its entries is not right.',
    'Line 11, conversation twice: its entries is not right.',
    'Line 12, conversation back: its entries is not right.',
    'Line 13, conversation changed: its entries is not right.',
    'Line 14, conversation empty: its entries is not right.',
    'Line 15, conversation page: its entries.0.body is not right.',
    'Line 16, conversation what: its entries.0.body is not right.',
    'Line 17, conversation stars: its entries.0.body is not right.',
    'Line 8, conversation nobody: its visitor is not there.',
    'Line 9, conversation nowhere: its department is not there.',
    'Line 22, file short: its bytes are not what its line says.',
    'Line 24, file lost: its conversation is not there.',
    'Line 25, file strange: the message that it came with is not there.',
    'Line 26, setting identity-secret: its source_id is not right.',
    'Line 27, block b: its value is not right.',
  ])
  expect(answer.taken).toEqual({ department: 1, visitor: 1, conversation: 2, file: 1 })
  expect((await run(['replay', '--all'])).err).toContain('0 different')
}, 60_000)

test('the example of the format is taken as it stands there', async () => {
  const { run } = openAt()
  const page = readFileSync(join(import.meta.dir, '../../docs/moving.md'), 'utf8')
  const [, example = ''] = /```json\n(.*?)```/s.exec(page) ?? []
  const done = await run(['import', fileOf(example.trim().split('\n'))])
  expect([done.code, done.out.split('\n')]).toEqual([
    0,
    ['Taken: 1 department, 1 visitor, 1 conversation', 'Here already: nothing'],
  ])
}, 60_000)

test('what is no kefu system, or nowhere, is refused with a sentence', async () => {
  const { run } = openAt()
  await run(['admin', 'create', '--email', 'olga@desk.test', '--name', 'Olga'])
  const none = await run(['import', 'kefu', fileOf(['SELECT 1;'])])
  expect([none.code, none.err]).toEqual([
    2,
    'This is no kefu system: there is nothing in services, visitors, chats',
  ])
  const away = await run(['import', 'kefu', 'mysql://root:hush@127.0.0.1:1/kefu'])
  expect([away.code, away.err.includes('hush')]).toEqual([2, false])
  expect(away.err).toContain('The database kefu at 127.0.0.1 cannot be read')
  for (const argv of [
    ['nowhere.sql'],
    [fileOf([]), '--gap', 'long'],
    [fileOf([]), '--files', 'nowhere'],
  ])
    expect((await run(['import', 'kefu', ...argv])).code).toBe(2)
  expect((await run(['import', 'nowhere.jsonl'])).code).toBe(2)
}, 60_000)
