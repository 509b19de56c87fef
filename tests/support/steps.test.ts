import { expect, test } from 'bun:test'
import { findSteps, lanesOf } from './steps'

const files = ['house.test.ts', 'actors/a.test.ts', 'browser/b.test.ts', 'chaos/c.test.ts']
const steps = findSteps(files.map((file) => `tests/${file}`))
const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).join(' ')

test('what only computes runs beside the browser, everything else for itself', () => {
  const lanes = lanesOf(steps).map(({ step, beside }) => `${step.name}: ${names(beside)}`.trim())
  expect(lanes).toEqual([...['format:', 'lint:', 'types:', 'house:', 'browser: actors', 'chaos:']])
})

test('without a browser everything runs in turn, and nothing is left out', () => {
  const few = steps.filter(({ name }) => name !== 'browser')
  expect(lanesOf(few).map(({ step }) => step)).toEqual(few)
  const all = lanesOf(steps).flatMap(({ step, beside }) => [step, ...beside])
  expect(all.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual(
    steps.toSorted((a, b) => a.name.localeCompare(b.name)),
  )
})
