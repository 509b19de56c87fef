import { afterAll, beforeAll, expect, test } from 'bun:test'
import { handle } from '../../src/cli/control-requests'
import { paths } from '../../views/paths'
import { openTestDesk, type TestDesk, until } from '../support/desk'
import { scratchFolder } from '../support/programs'
import { askOf } from '../web/ask'
import { runHere } from './terminal'

const folder = scratchFolder()
const run = (...argv: string[]) => runHere(['text', ...argv, '--data', folder])
const rows = async (...argv: string[]) => JSON.parse((await run('list', ...argv, '--json')).out)

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())

test('a closed desk is told what to say, form by form, and back', async () => {
  await runHere(['migrate', '--data', folder])
  const set = await run('set', 'chat.lineBefore.other', '{{n}} sailors are before you.')
  expect([set.code, set.out]).toEqual([
    0,
    'chat.lineBefore.other (en): {{n}} sailors are before you.',
  ])
  await run('set', 'chat.hello', '您好！', '--language', 'zh')
  expect((await rows('--changed')).map(({ key }: { key: string }) => key)).toEqual([
    ...['chat.lineBefore.other', 'chat.hello'],
  ])
  expect(await rows('--find', 'SAILORS')).toMatchObject([
    { language: 'en', changed: true, built_in: '{{n}} people are in line before you.' },
  ])
  const reset = await run('reset', 'chat.lineBefore', '--json')
  expect(JSON.parse(reset.out)).toMatchObject({ key: 'chat.lineBefore.one', changed: false })
  expect((await rows('--changed')).length).toBe(1)
})

test.each([
  [['set', 'chat.hullo', 'x'], 'Visitors read no text called “chat.hullo”'],
  [['set', 'chat.lineBefore', 'x'], 'chat.lineBefore.one, chat.lineBefore.other'],
  [['set', 'chat.place', 'You are next'], '{{place}} must be in it'],
  [['set', 'chat.place', '{{place}} {{who}}'], 'It may have {{place}} in it'],
  [['set', 'chat.hello', ' '], 'Write a text'],
  [['reset', 'workbench.title'], 'Visitors read no text called'],
])('%p is refused with one sentence', async (argv, sentence) => {
  const refused = await run(...argv)
  expect(refused.code).not.toBe(0)
  expect(refused.err).toContain(sentence)
  expect(refused.err.trim().split('\n').length).toBe(1)
})

test('an open desk says it at once', async () => {
  const input = {
    language: 'en',
    word: 'chat.hello',
    fields: { text: 'Told from a shell' },
  } as const
  await handle(desk.desk, { do: 'text change', input })
  const ask = askOf(desk)
  await until(async () => (await ask('GET', paths.chat.page)).text.includes('Told from a shell'))
})
