import { expect, test } from 'bun:test'
import { Candidates } from '../../views/workbench/candidates'
import { decisions } from '../support/gallery/data'

test('those who are only counted have a line for each that spoke against them', () => {
  const [decision] = decisions
  if (!decision) throw new Error('no decision')
  const page = String(
    <Candidates {...decision} others={{ full: 12, free: 3 }} candidates={[]} language="en" />,
  )
  const rows = [...page.matchAll(/<tr><th scope="row">(.*?)<\/tr>/g)].map(([, row]) =>
    row
      ?.replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  )
  expect(rows).toEqual(['12 more – – has no room', '3 more – – was free too'])
})
