import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { RECOVERY_CODES } from '../../src/commands/factors/codes'
import { paths } from '../../views/paths'
import { wordsIn } from '../../views/words'
import { factors } from '../../views/words/factors'
import { hire } from '../support/desk'
import {
  codeAt,
  emailOf,
  enter,
  type FactorDesk,
  openFactorDesk,
  recoveryCodesOn,
  secretOn,
  sendCode,
  setUp,
  signedInTab,
  wide,
} from './factor-desk'
import { hidden, openTab } from './tab'

const { session, workbench } = paths
const words = factors.en

let desk: FactorDesk
beforeAll(async () => {
  desk = await openFactorDesk()
})
afterAll(() => desk.close())

let count = 0
/** Somebody new with a second factor, and the tab in which it was set up. */
const withFactor = async (role = 'agent') => {
  const name = `Two${++count}`
  const person = await hire(desk, name, 5, role)
  const tab = await signedInTab(desk, name)
  return { name, person, tab, ...(await setUp(desk, tab)) }
}
const STEP = 30_000
const codeNow = (secret: string) => ({ one_time_code: codeAt(secret, desk.now()) })
const nextStep = () => desk.turn(STEP)
const audited = async (id: string) =>
  (await desk.desk.store.audit.newest(200)).filter(
    (row) => row.actor === id || row.object === `account:${id}`,
  )

describe('row 59: a second factor', () => {
  test('is set up with no restart, counts from its first code on, and is asked for at the next sign-in', async () => {
    const ana = await hire(desk, 'Ana')
    const tab = await signedInTab(desk, 'Ana')
    const elsewhere = await signedInTab(desk, 'Ana')
    const page = await tab.get(session.factor)
    const secret = secretOn(page)
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(page.text).toContain('<div class="qr" role="img"')

    // Nothing is set before a code was right; what is typed again is of the same picture.
    const offer = hidden(page, 'offer')
    const wrong = await tab.post(session.factor, { offer, one_time_code: '000000' })
    expect(wrong.status).toBe(422)
    expect(secretOn(wrong)).toBe(secret)
    expect(await desk.desk.store.factors.find(ana.id)).toBeUndefined()

    const done = await tab.post(session.factor, { offer, ...codeNow(secret) })
    expect(done.status).toBe(201)
    const codes = recoveryCodesOn(done)
    expect(new Set(codes).size).toBe(RECOVERY_CODES)
    expect(done.text).toContain('download="recovery-codes.txt"')

    // Where they set it up they stay; everywhere else they are out.
    expect((await tab.get(workbench.page)).status).toBe(200)
    expect((await elsewhere.get(workbench.page)).status).toBe(303)

    nextStep()
    const next = openTab(desk)
    const asked = await enter(next, 'Ana')
    expect(asked.to).toBe(session.second)
    expect(asked.text).toContain(words.second.lead(emailOf('Ana')))
    expect((await next.get(workbench.page)).status).toBe(303)
    const sent = await sendCode(next, codeAt(secret, desk.now()))
    expect(sent.headers.get('Location')).toBe(workbench.page)
    const me = await next.get(workbench.me)
    expect(me.text).toContain(words.doors.code)
    expect(me.text).toContain(words.codesLeft(RECOVERY_CODES))
    const acts = (await audited(ana.id)).map(({ act }) => act)
    expect(acts).toContain('factorSet')
  })

  test('a code opens once, though two send it at once, and one step of drift is no fault', async () => {
    const { name, secret } = await withFactor()
    desk.turn(3 * STEP)
    const code = codeAt(secret, desk.now())
    const tabs = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const tab = openTab(desk)
        await enter(tab, name)
        return tab
      }),
    )
    const answers = await Promise.all(tabs.map((tab) => sendCode(tab, code)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422, 422, 422, 422])
    desk.turn(3 * STEP)
    for (const [steps, status] of [
      [-2, 422],
      [2, 422],
      [-1, 303],
      [1, 303],
    ] as const) {
      const tab = openTab(desk)
      await enter(tab, name)
      // As an input method writes it, with a gap as apps show it.
      const typed = wide(codeAt(secret, desk.now(), steps))
      const { status: is } = await sendCode(tab, `${typed.slice(0, 3)} ${typed.slice(3)}`)
      expect(is, `${steps}`).toBe(status)
    }
  })

  test('a recovery code opens once, as it is typed, and new ones end the old', async () => {
    const { name, tab, codes, person } = await withFactor()
    const [first = '', second = ''] = codes
    const one = openTab(desk)
    await enter(one, name)
    const page = await one.get(session.secondFor(undefined, true))
    expect(page.text).toContain(words.second.recovery)
    const typed = ` ${first.toUpperCase().replaceAll('-', ' ')} `
    expect((await sendCode(one, typed)).status).toBe(303)
    const two = openTab(desk)
    await enter(two, name)
    const used = await sendCode(two, first, { recovery: '1' })
    expect(used.status).toBe(422)
    expect(used.text).toContain('name="recovery" value="1"')

    const both = await Promise.all([1, 2].map(() => sendCode(two, second, { recovery: '1' })))
    expect(both.map(({ status }) => status)).toContain(303)
    const door = (await audited(person.id)).filter(({ detail }) => detail.door === 'recovery')
    expect(door).toHaveLength(2)

    const renewed = await tab.post(session.factorCodes)
    expect(renewed.status).toBe(201)
    expect(recoveryCodesOn(renewed)).toHaveLength(RECOVERY_CODES)
    const three = openTab(desk)
    await enter(three, name)
    expect((await sendCode(three, codes[2] ?? '')).status).toBe(422)
    expect((await sendCode(three, recoveryCodesOn(renewed)[0] ?? '')).status).toBe(303)
  })

  test('who guesses waits, longer each time, however many are sent at once', async () => {
    const { name, secret, person } = await withFactor()
    const tab = openTab(desk)
    await enter(tab, name)
    const mark = hidden(await tab.get(session.second), 'mark')
    const guess = (n: number) =>
      tab.post(session.second, { mark, one_time_code: String(100_000 + n) }, { accept: 'json' })
    const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => guess(n)))
    expect(answers.filter(({ status }) => status === 422).length).toBeLessThanOrEqual(5)
    nextStep()
    const right = await tab.post(session.second, { mark, ...codeNow(secret) })
    expect(right.status).toBe(429)
    expect(Number(right.headers.get('Retry-After'))).toBeGreaterThan(0)
    desk.turn(61_000)
    for (let n = 0; n < 6; n += 1) await guess(n)
    expect(Number((await guess(7)).headers.get('Retry-After'))).toBeGreaterThan(61)
    const refusals = (await audited(person.id)).filter(({ act }) => act === 'signInRefused')
    expect(refusals.map(({ detail }) => detail.reason)).toContain('wrongCode')
  })
})

describe('row 59: what is half in', () => {
  test('opens nothing, is over after ten minutes, and by another password or factor', async () => {
    const { name, secret, person, tab: own } = await withFactor()
    const [late, other, removed] = [openTab(desk), openTab(desk), openTab(desk)]
    for (const tab of [late, other, removed]) await enter(tab, name)
    for (const path of [workbench.page, workbench.me, paths.office.page, session.factor])
      expect((await late.get(path)).status, path).toBe(303)
    desk.turn(10 * 60_000 + 1)
    const answer = await late.post(session.second, codeNow(secret))
    expect(answer.headers.get('Location')).toBe(session.signInOver)
    expect((await late.get(session.signInOver)).text).toContain(wordsIn('en').pages.signIn.halfOver)

    desk.turn(-10 * 60_000)
    expect((await own.post(session.factorRemoval)).status).toBe(303)
    nextStep()
    const gone = await removed.post(session.second, codeNow(secret))
    expect(gone.headers.get('Location')).toBe(session.signInOver)
    expect((await enter(openTab(desk), name)).to).toBe(workbench.page)
    // What was begun beside one factor is not ended by another.
    const again = await setUp(desk, own)
    nextStep()
    const beside = await other.post(session.second, codeNow(again.secret))
    expect(beside.headers.get('Location')).toBe(session.signInOver)
    expect((await audited(person.id)).map(({ act }) => act)).toContain('factorRemoved')
  })

  test('a token of somebody else, of another time or none is worth nothing', async () => {
    const { name, secret } = await withFactor()
    const tab = openTab(desk)
    await enter(tab, name)
    nextStep()
    const code = codeAt(secret, desk.now())
    const token = tab.jar.get('bellhop-half') ?? ''
    const [id, until, door, proof] = token.split('.')
    const other = await hire(desk, `Other${++count}`)
    for (const forged of [
      '',
      'x',
      `${other.id}.${until}.${door}.${proof}`,
      `${id}.${Number(until) + 60_000}.${door}.${proof}`,
      `${id}.${until}.recovery.${proof}`,
      `${id}.${until}.${door}.`,
    ]) {
      const thief = openTab(desk)
      thief.jar.set('bellhop-half', forged)
      const answer = await thief.post(session.second, { one_time_code: code }, { accept: 'json' })
      expect(answer.status, forged).toBe(409)
      expect(answer.headers.getSetCookie().join()).not.toContain('session=')
    }
    expect((await sendCode(tab, code)).status).toBe(303)
  })

  test('of two sign-ins in one browser the page says whose it is', async () => {
    const one = await withFactor()
    const two = await withFactor()
    nextStep()
    const tab = openTab(desk)
    await enter(tab, one.name)
    const mark = hidden(await tab.get(session.second), 'mark')
    await enter(tab, two.name)
    const crossed = await tab.post(session.second, { mark, ...codeNow(one.secret) })
    expect(crossed.status).toBe(409)
    expect(crossed.text).toContain(emailOf(two.name))
    expect((await sendCode(tab, codeAt(two.secret, desk.now()))).status).toBe(303)
    expect((await tab.get(workbench.me)).text).toContain(two.name)
    expect(tab.jar.has('bellhop-half')).toBe(false)
  })

  test('a session that was put into the browser beforehand ends, and the new one has another token', async () => {
    const { name, secret, tab: own } = await withFactor()
    nextStep()
    const tab = openTab(desk)
    const planted = await signedInTab(desk, (await hire(desk, `Plant${++count}`)).name)
    const token = planted.jar.get('bellhop-session') ?? ''
    tab.jar.set('bellhop-session', token)
    await enter(tab, name)
    expect(tab.jar.get('bellhop-session')).toBe(token)
    await sendCode(tab, codeAt(secret, desk.now()))
    expect(tab.jar.get('bellhop-session')).not.toBe(token)
    expect((await planted.get(workbench.page)).status).toBe(303)
    expect((await own.get(workbench.page)).status).toBe(200)
  })
})
