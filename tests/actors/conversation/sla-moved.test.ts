import { describe, expect, test } from 'bun:test'
import type { SlaTerms } from '../../../actors/conversation/sla-terms'
import type { AnyEvent } from '../../../actors/events'
import { assigned, HOUR_MS, MINUTE_MS, minutes, openTalk, START } from './sla-talk'

describe('in another department', () => {
  const overflowed = (sla: SlaTerms | null | undefined): AnyEvent =>
    ({
      ...{ type: 'overflowed', ticket: 1, from: 'sales', to: 'orders', name: 'Orders' },
      ...(sla === undefined ? {} : { sla }),
    }) as never
  const slow = { ...minutes, first: 10 * MINUTE_MS }
  const at30 = START + 30_000
  const lastOf = (talk: ReturnType<typeof openTalk>) => talk.told.at(-1)

  test('its own target holds from when it comes, and counts from when its visitor began to wait', () => {
    const talk = openTalk(minutes)
    talk.at(overflowed(slow), START + 40_000)
    expect(talk.told.map(({ share }) => share)).toEqual([50])
    talk.pass(START + HOUR_MS)
    // What is said of the shorter time is said again of the longer one.
    expect(talk.told.slice(1).map(({ share, at }) => [share, at - START])).toEqual([
      ...[
        [50, 300_000],
        [80, 480_000],
        [100, 600_000],
      ],
    ])
  })

  test('one that is shorter is late at once', () => {
    const talk = openTalk(slow)
    talk.at(overflowed({ ...minutes, first: 20_000 }), at30)
    expect(lastOf(talk)).toEqual({ at: at30, kind: 'first', share: 100 })
    expect(talk.due()).toBeNull()
  })

  test('where nothing was promised before they have waited all the same', () => {
    const talk = openTalk(null)
    talk.at(overflowed({ ...minutes, solve: HOUR_MS }), at30)
    expect(talk.told).toEqual([{ at: at30, kind: 'first', share: 50 }])
    talk.pass(START + HOUR_MS)
    expect(talk.told.map(({ kind, share, at }) => [kind, share, at - START]).slice(1)).toEqual([
      ...[
        ['first', 80, 48_000],
        ['first', 100, 60_000],
      ],
      ...[
        ['solve', 50, 1_800_000],
        ['solve', 80, 2_880_000],
        ['solve', 100, 3_600_000],
      ],
    ])
  })

  test('that promises nothing no clock goes on, and one that does not say changes none', () => {
    const talk = openTalk(minutes)
    const moved = talk.at(overflowed(null), START + 10_000)
    expect([talk.due(), talk.row(moved).sla, talk.context().sla.clocks]).toEqual([null, null, {}])
    const other = openTalk(minutes)
    other.at(overflowed(undefined), START + 10_000)
    expect(other.due()).toBe(at30)
  })

  test('the same of one that is handed to it', () => {
    const talk = openTalk(minutes)
    const to = { department: 'orders', departmentName: 'Orders', sla: slow }
    talk.at(assigned, START + 5_000)
    talk.at({ type: 'handed', by: 'ana', name: 'Ana', to } as never, START + 10_000)
    expect(talk.due()).toBe(START + 300_000)
  })
})
