import { Secret, TOTP } from 'otpauth'
import { systemClock } from '../../src/clock'
import { paths } from '../../views/paths'
import { openTestDesk, PASSWORD } from '../support/desk'
import { hidden, openTab, type Page, type Tab } from './tab'

const STEP_MS = 30_000

/** A desk whose day a test can turn on; its timers go on as ever. */
export const openFactorDesk = async () => {
  let shift = 0
  const clock = { ...systemClock, now: () => systemClock.now() + shift }
  const desk = await openTestDesk({ clock })
  return {
    ...desk,
    now: clock.now,
    turn(ms: number) {
      shift += ms
    },
  }
}
export type FactorDesk = Awaited<ReturnType<typeof openFactorDesk>>

export const emailOf = (name: string) => `${name.toLowerCase()}@desk.test`

/** What the page shows for the app. */
export const secretOn = ({ text }: Pick<Page, 'text'>): string =>
  /<code class="key">([A-Z2-7 ]+)<\/code>/.exec(text)?.[1]?.replaceAll(' ', '') ?? ''

/** The code that an app shows `steps` later than at a time. */
export const codeAt = (secret: string, at: number, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at + steps * STEP_MS })

/** A code as an input method may write it. */
export const wide = (code: string) =>
  code.replace(/\d/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

export const recoveryCodesOn = ({ text }: Pick<Page, 'text'>): string[] =>
  [...text.matchAll(/<li><code>([^<]+)<\/code><\/li>/g)].map(([, code = '']) => code)

/** Sends the password: the page it leads to, and where that is. */
export const enter = async (tab: Tab, name: string) =>
  tab.submit(paths.session.signIn, { email: emailOf(name), password: PASSWORD })

/** Sets a second factor up in a tab that is signed in: its secret, and the recovery codes. */
export const setUp = async (desk: FactorDesk, tab: Tab) => {
  const page = await tab.get(paths.session.factor)
  const secret = secretOn(page)
  const form = { offer: hidden(page, 'offer'), one_time_code: codeAt(secret, desk.now()) }
  const done = await tab.post(paths.session.factor, form)
  if (done.status !== 201) throw new Error(`${done.status} ${done.text}`)
  return { secret, codes: recoveryCodesOn(done), page: done }
}

/** Sends a code from the page that asks for it. */
export const sendCode = async (tab: Tab, code: string, more: Record<string, string> = {}) => {
  const page = await tab.get(paths.session.second)
  return tab.post(paths.session.second, {
    mark: hidden(page, 'mark'),
    one_time_code: code,
    ...more,
  })
}

export const signedInTab = async (desk: FactorDesk, name: string): Promise<Tab> => {
  const tab = openTab(desk)
  await enter(tab, name)
  return tab
}
