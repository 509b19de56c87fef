import { expect, test } from 'bun:test'
import type { CDPSession, Page } from 'playwright-core'
import { paths } from '../../views/paths'
import { factors } from '../../views/words/factors'
import { passkeys as words } from '../../views/words/passkeys'
import type { Visit } from '../support/chromium'
import { codeAt, secretOn } from '../web/factor-desk'
import { ana, openTestDesk } from './desk'
import { openAt, signIn } from './people'
import { REFUSED, TIME } from './scene'

const { session, workbench } = paths

/** A device that holds keys, as Chromium plays one; without `knowsUser` it asks nobody who they are. */
const plugIn = async (page: Page, knowsUser = true) => {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: knowsUser, isUserVerified: knowsUser },
      automaticPresenceSimulation: true,
    },
  })
  return { cdp, authenticatorId }
}
type Device = { cdp: CDPSession; authenticatorId: string }

const keysOf = async ({ cdp, authenticatorId }: Device) =>
  (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials

const add = async (page: Page, name: string) => {
  const form = page.locator('form[data-passkey=create]')
  await form.locator('input[name=name]').fill(name)
  await form.locator('button[type=submit]').click()
}

const enterBy = (page: Page) => page.locator('form[data-passkey=get] button').click()

/** A desk that is called by a name: no key is for a bare address. */
const play = async (run: (desk: Awaited<ReturnType<typeof openDesk>>) => Promise<void>) => {
  const desk = await openDesk()
  try {
    await run(desk)
    const complaints = desk.visits.flatMap(({ errors }) => errors)
    expect(complaints.filter((one) => !REFUSED.test(one))).toEqual([])
  } finally {
    await Promise.all([desk.close(), ...desk.visits.map((visit) => visit.close())])
  }
}

const openDesk = async () => {
  const desk = await openTestDesk({ anyway: true })
  const url = `http://localhost:${desk.port}`
  const visits: Visit[] = []
  const open = async (path: string, options = {}) => {
    const visit = await openAt(url + path, options)
    visits.push(visit)
    return visit.page
  }
  const id = await desk.hire(ana)
  return { ...desk, url, visits, open, id }
}

test(
  'row 59: a passkey is added by name, lets in without a password and counts for both steps, and is removed',
  () =>
    play(async ({ open, url, id, desk }) => {
      const page = await open(session.signIn)
      const device = await plugIn(page)
      await signIn(page, ana)
      await page.goto(url + session.factor)
      await add(page, 'Ana’s laptop')
      await page.getByText(words.en.added).waitFor()
      expect(await page.getByText('Ana’s laptop', { exact: true }).isVisible()).toBe(true)
      // The same device makes no second one.
      await add(page, 'Again')
      await page.getByText(words.en.failed).waitFor()
      expect(await keysOf(device)).toHaveLength(1)

      await desk.store.accounts.closeSessionsOf(id)
      await desk.store.factors.force('agent', true)
      await page.goto(url + session.signIn)
      await enterBy(page)
      await page.waitForURL('**/workbench')
      await page.goto(url + workbench.me)
      await page.getByText(factors.en.doors.passkey).waitFor()
      const [own] = await desk.store.passkeys.of(id)
      expect(own?.usedAt).not.toBeNull()

      // By the password alone they get no further, and set nothing up either: they have one.
      await desk.store.accounts.closeSessionsOf(id)
      await page.goto(url + session.signIn)
      await page.fill('input[name=email]', ana.email)
      await page.fill('input[name=password]', ana.password)
      await page.click('main form button[type=submit]')
      await page.waitForURL(`**${session.second}`)
      expect(await page.locator('input[name=one_time_code]').count()).toBe(0)
      await page.goto(url + session.factor)
      expect(new URL(page.url()).pathname).toBe(session.signIn)
      await page.goto(url + session.second)
      await enterBy(page)
      await page.waitForURL('**/workbench')

      await desk.store.factors.force('agent', false)
      await page.goto(url + session.factor)
      await page.getByRole('button', { name: words.en.remove }).click()
      await page.getByRole('button', { name: words.en.removing.yes }).click()
      await page.getByText(words.en.removed).waitFor()
      await desk.store.accounts.closeSessionsOf(id)
      await page.goto(url + session.signIn)
      await enterBy(page)
      await page.getByText('This passkey is not known here').waitFor()
      const acts = (await desk.store.audit.newest(50)).map(({ act, detail }) => [act, detail.door])
      expect(acts).toContainEqual(['passkeySet', undefined])
      expect(acts).toContainEqual(['passkeyRemoved', undefined])
      expect(acts).toContainEqual(['signedIn', 'passkey'])
    }),
  TIME,
)

test(
  'row 59: an answer of a device opens once, is nobody else’s, and one that asked nobody who they are opens nothing',
  () =>
    play(async ({ open, url, id, desk }) => {
      const page = await open(session.signIn)
      const device = await plugIn(page)
      await signIn(page, ana)
      await page.goto(url + session.factor)
      await add(page, 'Phone')
      await page.getByText(words.en.added).waitFor()
      await desk.store.accounts.closeSessionsOf(id)

      await page.goto(url + session.signIn)
      const sent = page.waitForRequest(
        (request) => request.method() === 'POST' && request.url().endsWith(session.passkey),
      )
      await enterBy(page)
      const form = Object.fromEntries(new URLSearchParams((await sent).postData() ?? ''))
      await page.waitForURL('**/workbench')
      const post = async (fields: Record<string, string>) => {
        const answer = await fetch(url + session.passkey, {
          method: 'POST',
          headers: { Origin: url, Accept: 'application/json' },
          body: new URLSearchParams(fields),
          redirect: 'manual',
        })
        return { status: answer.status, cookies: answer.headers.getSetCookie().join() }
      }
      expect((await post(form)).status).toBe(409)
      const asked = await fetch(url + session.passkeyOptions, {
        method: 'POST',
        headers: { Origin: url, Accept: 'application/json' },
      })
      const { ticket } = await asked.json()
      for (const answer of [form.credential ?? '', '{}', 'x', JSON.stringify({ id: 'nobody' })]) {
        const again = await (
          await fetch(url + session.passkeyOptions, {
            method: 'POST',
            headers: { Origin: url, Accept: 'application/json' },
          })
        ).json()
        const refused = await post({ ticket: again.ticket, credential: answer })
        expect(refused.status, answer.slice(0, 20)).toBe(401)
        expect(refused.cookies).not.toContain('session=')
      }
      expect((await post({ ticket: `${ticket}x`, credential: '{}' })).status).toBe(409)

      // A device that holds the key, and does not ask who uses it.
      await desk.store.accounts.closeSessionsOf(id)
      await device.cdp.send('WebAuthn.setUserVerified', {
        authenticatorId: device.authenticatorId,
        isUserVerified: false,
      })
      await page.goto(url + session.signIn)
      await enterBy(page)
      await page.getByText(words.en.failed).waitFor()
    }),
  TIME,
)

test(
  'row 59: who has to set up a second factor does so by passkey or by app, and keeps the recovery codes as a file',
  () =>
    play(async ({ open, url, id, desk }) => {
      await desk.store.factors.force('agent', true)
      const page = await open(session.signIn)
      await plugIn(page)
      await page.fill('input[name=email]', ana.email)
      await page.fill('input[name=password]', ana.password)
      await page.click('main form button[type=submit]')
      await page.waitForURL(`**${session.factor}`)
      await add(page, 'Key')
      await page.waitForURL('**/workbench')

      await page.goto(url + session.factor)
      const secret = secretOn({ text: await page.content() })
      await page.fill('#field-one_time_code', codeAt(secret, Date.now()))
      await page.getByRole('button', { name: factors.en.enrol.submit }).click()
      await page.getByText(factors.en.codes.lead).waitFor()
      const coming = page.waitForEvent('download')
      await page.getByText(factors.en.codes.download).click()
      const file = await Bun.file(await (await coming).path()).text()
      expect(file.match(/^[2-9a-z]{4}(-[2-9a-z]{4}){3}$/gm)).toHaveLength(10)
      expect(await desk.store.factors.countCodes(id)).toBe(10)
    }),
  TIME,
)
