import { expect, test } from 'bun:test'
import { chosen, findSteps } from './steps'
import { countReport, lastLine, total } from './tally'

const report = (tests: number, failures: number, skipped: number) =>
  `<testsuites name="bun test" tests="${tests}" failures="${failures}" skipped="${skipped}">
  <testsuite name="tests/a.test.ts" file="tests/a.test.ts" tests="${tests}">`

test('a report is counted', () => {
  const tally = countReport('a', report(10, 2, 1), ['tests/a.test.ts'], 1, 5)
  expect(tally).toEqual({ name: 'a', passed: 7, failed: 2, skipped: 1, time: 5 })
  expect(lastLine(tally)).toBe('7 passed, 2 failed, 1 skipped')
})

test('a file that never loaded is a failure', () => {
  const files = ['tests/a.test.ts', 'tests/b.test.ts']
  expect(countReport('a', report(3, 0, 0), files, 1, 5)).toMatchObject({ passed: 3, failed: 1 })
})

test('an exit that no test explains is a failure, and so is a missing report', () => {
  expect(countReport('a', report(3, 0, 0), ['tests/a.test.ts'], 7, 5).failed).toBe(1)
  expect(countReport('a', '', ['tests/a.test.ts'], 0, 5)).toMatchObject({ passed: 0, failed: 1 })
})

test('the last line names the skipped only when there are any', () => {
  const one = { name: 'x', passed: 2, failed: 0, skipped: 0, time: 1 }
  expect(lastLine(total([one, one]))).toBe('4 passed, 0 failed')
})

const files = ['tests/browser/talk.test.ts', 'tests/actors/turn.test.ts', 'tests/house.test.ts']

test('tools come first, then a step for each folder', () => {
  const names = findSteps(files).map(({ name }) => name)
  expect(names).toEqual(['lint', 'types', 'actors', 'browser', 'house'])
})

test('words choose steps or files', () => {
  expect(chosen(findSteps(files), ['actors', 'talk'])).toEqual([
    { name: 'actors', files: ['tests/actors/turn.test.ts'] },
    { name: 'talk', files: ['tests/browser/talk.test.ts'] },
  ])
})
