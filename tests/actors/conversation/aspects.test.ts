import { describe, expect, test } from 'bun:test'
import {
  aspectEvents,
  aspectsIn,
  initialAspects,
  isWhyNot,
  outcomeOf,
} from '../../../actors/conversation/aspects'
import { tagLimits } from '../../../actors/conversation/aspects/tags'
import { initialConversation } from '../../../actors/conversation/context'
import { verbs } from '../../../actors/conversation/verbs'
import { completeShown, shownIn } from '../../../actors/summary'
import { permissions } from '../../../src/policies/permissions'
import { conversationRow } from '../../support/turns'

test('every aspect is an event, a verb with an address of its own, and a permission', () => {
  expect(new Set(aspectEvents).size).toBe(aspectEvents.length)
  const addresses = Object.values(verbs).flatMap(({ at }): readonly string[] => at)
  expect(new Set(addresses).size).toBe(addresses.length)
  for (const { permission } of Object.values(verbs)) expect(permissions).toContain(permission)
})

test('a conversation begins with nothing said of it, and its row shows just what it remembers', () => {
  expect(aspectsIn(initialConversation('lamp'))).toEqual(initialAspects)
  const row = conversationRow('lamp', { tags: ['VIP'], commented: true, offer: 3 })
  expect(shownIn(row)).toEqual({
    ...completeShown(null),
    tags: ['VIP'],
    commented: true,
    offer: 3,
  })
})

test('a row that was stored before something could be said of it is as in the beginning', () => {
  const alone = { language: '', mergedInto: null, guests: [], splitInto: null, splitFrom: null }
  const unmerged = { ...alone, stateSeq: null }
  const seqs = { answersSeq: 0, wrapUp: null, neverAnswered: false, sla: null }
  const none = { ...unmerged, commented: false, offer: 0, messageLeft: false, ...seqs }
  expect(completeShown({ commented: true })).toEqual({
    ...initialAspects,
    ...none,
    commented: true,
  })
  expect(completeShown(null)).toEqual({ ...initialAspects, ...none })
})

describe('what comes of it', () => {
  const full = Array.from({ length: tagLimits.count }, (_, nth) => `tag ${nth}`)
  const tagged = (tags: readonly string[], add: string | null, remove: string | null = null) =>
    outcomeOf({ ...initialAspects, tags }, { type: 'tagged', add, remove } as { type: string })

  test('is what is remembered then, nothing where it is so already, or why not', () => {
    expect(tagged(['VIP'], 'Refund')).toEqual({ tags: ['VIP', 'Refund'] })
    expect(tagged(['VIP'], 'vip')).toBeNull()
    const refusals = [tagged(full, 'one more'), tagged([], null)]
    expect(refusals.map((outcome) => isWhyNot(outcome) && outcome.refused)).toEqual([
      'tooManyTags',
      'nameMissing',
    ])
  })

  test('is nothing of what writes a line, or is no aspect at all', () => {
    expect(outcomeOf(initialAspects, { type: 'noted' })).toBeNull()
    expect(outcomeOf(initialAspects, { type: 'said' })).toBeNull()
  })
})
