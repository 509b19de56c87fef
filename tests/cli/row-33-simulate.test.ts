import { expect, test } from 'bun:test'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { marksIn, openBook } from '../../src/cli/simulate/book'
import { scratchFolder } from '../support/programs'
import { runHere } from './terminal'

const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('bellhop-simulate-'))

test('a desk is loaded, nothing is lost, and a report is written; nothing else is left', async () => {
  const before = folders()
  const file = join(scratchFolder(), 'report.json')
  const argv = ['simulate', '--visitors', '12', '--agents', '3', '--minutes', '0.35']
  const { code, out, err } = await runHere([...argv, '--report', file])
  const report = JSON.parse(readFileSync(file, 'utf8'))
  expect(err).toBe('')
  expect(report).toMatchObject({ visitors: 12, agents: 3, lost: 0 })
  expect(report.delivered).toBeGreaterThan(24)
  // Who answers just as the visitor leaves is refused, and told so: nothing of it is lost.
  expect(report.delivered + report.refused).toBe(report.sent)
  expect(report.refused).toBeLessThan(report.sent / 4)
  expect(report.memoryBytes).toBeGreaterThan(20_000_000)
  // How quick it is depends on the machine; that it is told does not.
  expect(code).toBe(report.passed ? 0 : 1)
  expect(out).toContain(`p95 ${report.toVisitors.p95} ms`)
  expect(folders()).toEqual(before)
}, 60_000)

test('what was taken and never came is counted as lost, what was refused is not', () => {
  let now = 0
  const book = openBook(() => now)
  for (let n = 0; n < 20; n += 1) {
    book.sent(`~say-1-${n}~`, 'visitor')
    book.acked(`~say-1-${n}~`)
  }
  book.sent('~ask-1-1~', 'agent')
  book.refused('~ask-1-1~')
  for (let n = 0; n < 19; n += 1) {
    now = n + 1
    expect(book.seen(`~say-1-${n}~`)).toBe(true)
    expect(book.seen(`~say-1-${n}~`)).toBe(false)
  }
  expect(book.waiting()).toBe(1)
  expect(book.count()).toMatchObject({
    ...{ sent: 21, delivered: 19, lost: 1, refused: 1 },
    toVisitors: { p50: 10, p95: 19, worst: 19 },
  })
  expect(marksIn('<p>~ask-1-2~ and ~ask-1-2~</p> ~say-3-4~ ~other~')).toEqual([
    '~ask-1-2~',
    '~say-3-4~',
  ])
})

test('what cannot be is refused, and nothing is written over', async () => {
  const file = join(scratchFolder(), 'there.json')
  for (const [argv, says] of [
    [['--visitors', '0'], '--visitors must be'],
    [['--minutes', 'long'], '--minutes must be'],
    [['--visitors', '1000', '--agents', '2'], 'use more agents'],
  ] as const) {
    const { code, err } = await runHere(['simulate', ...argv, '--report', file])
    expect([code, err]).toEqual([2, expect.stringContaining(says)])
    expect(existsSync(file)).toBe(false)
  }
  await Bun.write(file, 'mine')
  expect((await runHere(['simulate', '--report', file])).code).toBe(2)
  expect(readFileSync(file, 'utf8')).toBe('mine')
})
