import type { SystemState, Warning } from '../../../views/office/system/view'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const MEBIBYTE = 1024 * 1024

/** By hand one may be made less often than by the desk itself. */
const OLD_BY_HAND_MS = 7 * DAY_MS
const LITTLE_ROOM_BYTES = 1024 * MEBIBYTE
const NO_ROOM_BYTES = 100 * MEBIBYTE
/** A write-ahead log past this is not folded back into its file as it should be. */
const LONG_WAL_BYTES = 128 * MEBIBYTE
const CLOCK_APART_MS = 2_000
/** A node that has said nothing for so long is taken for dead by the others. */
const SILENT_MS = 15_000
const LATE_LOOP_MS = 500
const LATE_POST_MS = 30_000
const UNSEALED_ACTS = 1_000
const LATE_MAIL_MS = 15 * MINUTE_MS

type Values = Warning['values']
type Sign = (state: SystemState, now: number) => Values | null

const agoMs = (since: number | null, now: number) => (since === null ? 0 : now - since)
const minutes = (ms: number) => Math.round(ms / MINUTE_MS)

/** Each that there is, what is worst first, with what must be so for it. */
const signs: readonly [Warning['code'], Warning['mark'], Sign][] = [
  [
    'diskFull',
    'bad',
    ({ store }) => (store.freeBytes < NO_ROOM_BYTES ? { bytes: store.freeBytes } : null),
  ],
  ['busDown', 'bad', ({ bus }) => (bus === 'down' ? {} : null)],
  [
    'postLate',
    'bad',
    ({ workers: { post } }, now) => {
      const lateMs = agoMs(post.since, now)
      return lateMs > LATE_POST_MS
        ? { count: post.count, seconds: Math.round(lateMs / 1000) }
        : null
    },
  ],
  [
    'parked',
    'bad',
    ({ workers: { parked, setAside } }) =>
      parked + setAside > 0 ? { actors: parked, mail: setAside } : null,
  ],
  [
    'backupFailed',
    'bad',
    ({ backups: { failed } }) => (failed ? { why: failed.why, at: failed.at } : null),
  ],
  [
    'backupOld',
    'bad',
    ({ backups: { made, folder, everyMs } }, now) => {
      const most = folder === null ? OLD_BY_HAND_MS : 2 * everyMs
      return made && now - made.at > most ? { hours: Math.round((now - made.at) / HOUR_MS) } : null
    },
  ],
  ['backupNone', 'fair', ({ backups: { made, folder } }) => (made || folder ? null : {})],
  [
    'clockApart',
    'fair',
    ({ store: { aheadMs } }) =>
      Math.abs(aheadMs) > CLOCK_APART_MS ? { seconds: Math.round(aheadMs / 1000) } : null,
  ],
  [
    'nodeSilent',
    'fair',
    ({ nodes }) => {
      const count = nodes.filter(({ silentMs }) => silentMs > SILENT_MS).length
      return nodes.length > 1 && count > 0 ? { count } : null
    },
  ],
  [
    'loopLate',
    'fair',
    ({ node: { loop } }) => (loop.worstMs > LATE_LOOP_MS ? { ms: Math.round(loop.worstMs) } : null),
  ],
  ['sealLate', 'fair', ({ workers: { seal } }) => (seal > UNSEALED_ACTS ? { count: seal } : null)],
  [
    'walLong',
    'fair',
    ({ store: { walBytes } }) => (walBytes > LONG_WAL_BYTES ? { bytes: walBytes } : null),
  ],
  [
    'diskFull',
    'fair',
    ({ store: { freeBytes } }) =>
      freeBytes >= NO_ROOM_BYTES && freeBytes < LITTLE_ROOM_BYTES ? { bytes: freeBytes } : null,
  ],
  ['mailDead', 'fair', ({ mail: { dead } }) => (dead > 0 ? { count: dead } : null)],
  [
    'mailLate',
    'fair',
    ({ mail: { since, count, sends } }, now) =>
      sends && agoMs(since, now) > LATE_MAIL_MS
        ? { count, minutes: minutes(agoMs(since, now)) }
        : null,
  ],
  ['mailNone', 'fair', ({ mail: { sends } }) => (sends ? null : {})],
  [
    'addressGuessed',
    'fair',
    ({ program: { isAddressGiven, address } }) => (isAddressGiven ? null : { address }),
  ],
]

/** What is not as it should be, the worst first. */
export const warningsOf = (state: SystemState, now: number): Warning[] =>
  signs.flatMap(([code, mark, sign]) => {
    const values = sign(state, now)
    return values ? [{ code, mark, values }] : []
  })
