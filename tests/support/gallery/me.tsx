import { initialNotices } from '../../../actors/agent/notices'
import { Problem } from '../../../actors/problem'
import { meInMenu } from '../../../views/me/menu'
import { MePage } from '../../../views/me/page'
import * as data from './data'
import { lookOf, type Picture } from './picture'

const wrong = new Problem('invalid', 'passwordWrong', { field: 'current_password' })
const HOUR_MS = 3_600_000
const session = (nth: number, browser: string | null, isThis = false) => ({
  ...{ mark: `m${nth}`, browser, address: nth === 2 ? null : '2001:db8::17', isThis },
  ...{ since: data.now - nth * 9 * HOUR_MS, seenAt: data.now - nth * HOUR_MS },
  ...{ door: nth === 3 ? null : 'provider:p', provider: nth === 1 ? 'Google' : null },
})
/** Here, on a phone, and on something that says nothing of itself. */
export const sessions = [
  session(1, 'Firefox 146 · Linux', true),
  session(2, 'Mobile Safari 19 · iOS 19.1 · Apple iPhone'),
  session(3, null),
]
const day = { taken: 12, ended: 9, messages: 148, firstAnswerMs: 21_400, ratings: 5, rating: 4.6 }

/** One's own page: as it is, and when a password was not the right one. */
export const mePictures: Picture[] = (['me', 'me-refused'] as const).map((name) => ({
  name,
  page: (given) => (
    <MePage
      {...lookOf(given)}
      me={{ id: data.ana, name: 'Ana Lindqvist-Østergaard' }}
      menu={[]}
      page={meInMenu}
      pushKey="BK"
      sessions={sessions}
      details={{
        name: 'Ana Lindqvist-Østergaard',
        avatar: name === 'me' ? 'a1' : null,
        notices: initialNotices,
        day,
        factor:
          name === 'me'
            ? { since: data.now - 90 * HOUR_MS, codesLeft: 9, isForced: false, passkeys: 2 }
            : { since: null, codesLeft: 0, isForced: true, passkeys: 0 },
      }}
      refused={name === 'me' ? undefined : { form: 'me', problem: wrong, typed: {} }}
    />
  ),
}))
