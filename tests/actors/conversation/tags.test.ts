import { expect, test } from 'bun:test'
import { changeTags, tagLimits } from '../../../actors/conversation/aspects/tags'

const add = (tag: string) => ({ add: tag, remove: null })
const remove = (tag: string) => ({ add: null, remove: tag })

test('a tag comes after those that are there', () => {
  expect(changeTags(['VIP'], add('Refund'))).toEqual(['VIP', 'Refund'])
})

test('what reads alike is one tag, and stays as it was written first', () => {
  const tags = ['Refund', 'Straße']
  for (const same of ['Refund', 'REFUND', 'refund', 'STRASSE', 'straße'])
    expect(changeTags(tags, add(same))).toBe(tags)
  expect(changeTags(tags, remove('REFUND'))).toEqual(['Straße'])
  expect(changeTags(tags, remove('strasse'))).toEqual(['Refund'])
})

test('what is not there is taken off already', () => {
  const tags = ['VIP']
  expect(changeTags(tags, remove('Refund'))).toBe(tags)
  expect(changeTags(tags, { add: null, remove: null })).toBe(tags)
})

test('one takes the place of another, also when it is full', () => {
  const full = Array.from({ length: tagLimits.count }, (_, nth) => `tag ${nth}`)
  expect(changeTags(full, add('one more'))).toBeNull()
  expect(changeTags(full, add('TAG 3'))).toBe(full)
  const after = changeTags(full, { add: 'one more', remove: 'tag 0' })
  expect([after?.length, after?.at(-1)]).toEqual([tagLimits.count, 'one more'])
})
