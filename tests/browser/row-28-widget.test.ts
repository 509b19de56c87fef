import { afterAll, beforeAll, expect, test } from 'bun:test'
import { createHmac } from 'node:crypto'
import { rotateSecret } from '../../src/commands/sites/rotate-secret'
import { sitesPaths } from '../../views/office/sites'
import { ana, olga, openTestDesk, type TestDesk } from './desk'
import { openBench, openRow, until, write } from './people'
import { TIME } from './scene'
import { allow, button, call, heard, inside, openShop, type Shop, visitShop } from './site'

let desk: TestDesk
let shop: Shop
beforeAll(async () => {
  desk = await openTestDesk()
  await desk.hire(ana)
  await desk.hire(olga, { role: 'admin' })
  shop = openShop(desk)
  await allow(desk, shop.originOf(), shop.originOf('shop.desk.localhost'))
})
afterAll(async () => {
  await shop.close()
  await desk.close()
  // A slow desk that stood in its place answers first.
}, 30_000)

/** The trail of a visitor may be kept by another part of the desk, or by none. */
const honest = (errors: string[]) => errors.filter((error) => !/status of 404/.test(error))

const stored = (page: Parameters<typeof button>[0]) =>
  page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])

test(
  'a site asks for the loader alone until somebody opens the chat, then all of it lives there',
  async () => {
    const agent = await openBench(desk.url, ana, { status: 'ready' })
    const { page, asked, errors, close } = await visitShop(shop.originOf())
    const cookies = () => page.context().cookies()
    await button(page).waitFor()
    await call(page, 'set', { plan: 'gold' })
    expect(asked).toEqual(['/widget.js'])
    expect([await stored(page), await cookies()]).toEqual([[0, 0, ''], []])
    expect(await page.locator('bellhop-widget iframe').count()).toBe(0)

    // Before it was loaded a call was kept, and one for the frame waits for that.
    await button(page).click()
    const chat = inside(page)
    await chat.locator('input[name=name]').fill('Vera')
    await chat.locator('textarea[name=text]').fill('Is it washable?')
    await chat.locator('#start').click()
    await chat.locator('#transcript').waitFor()
    const [guest] = (await cookies()).filter(({ name }) => name === 'bellhop-guest')
    expect([guest?.sameSite, guest?.secure, guest?.partitionKey]).toEqual([
      ...['None', true, 'http://shop.localhost'],
    ])
    await until('the agent', async () => (await heard(page, 'agent'))[0], { name: 'Ana' })
    await openRow(agent.page, 'Vera')
    await agent.page.locator('.from-site', { hasText: 'gold' }).waitFor({ state: 'attached' })

    // The answer comes while the chat is closed: it is counted on the button, and not yet seen.
    await call(page, 'close')
    await write(agent.page, 'By hand, at thirty degrees')
    await until('unread', () => heard(page, 'unread'), [1])
    expect(await button(page).getAttribute('aria-label')).toBe('Chat with us (1 unread)')
    expect(await page.locator('bellhop-widget #n').textContent()).toBe('1')
    await button(page).click()
    await chat.locator('.body', { hasText: 'thirty' }).waitFor()
    expect(await page.locator('bellhop-widget #n').isHidden()).toBe(true)

    // On the next page of the site it is still there.
    await page.reload()
    await chat.locator('.body', { hasText: 'thirty' }).waitFor()
    await chat.locator('.frame-close').click()
    await until('closed', () => heard(page, 'close'), [null])
    await page.click('#buy')
    expect(await page.textContent('#buy')).toBe('In the basket')
    expect(honest([...errors, ...agent.errors])).toEqual([])
    await Promise.all([close(), agent.close()])
  },
  TIME,
)

test(
  'who is proven before the first open is known from it on; what others say does nothing',
  async () => {
    const key = await rotateSecret(desk.desk)
    const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const exp = Math.floor(Date.now() / 1000) + 600
    const claims = { aud: desk.url, sub: 'customer-7', jti: crypto.randomUUID(), exp }
    const body = `${base64({ alg: 'HS256' })}.${base64({ ...claims, name: 'Wanda Lind' })}`
    const token = `${body}.${createHmac('sha256', key).update(body).digest('base64url')}`
    const { page, errors, close } = await visitShop(shop.originOf(), { locale: 'zh-CN' })
    await button(page).waitFor()
    await call(page, 'identify', token)
    await call(page, 'send', '这条毯子可以水洗吗？')
    await inside(page).locator('.body', { hasText: '毯子' }).waitFor()
    const known = async () => {
      const open = await desk.desk.store.conversations.open('', 50)
      return open.map(({ visitorName }) => visitorName).includes('Wanda Lind')
    }
    await until('their name', known, true)
    await call(page, 'identify', 'not a token')
    await until('the error', () => heard(page, 'error'), [{ reason: 'identityNotValid' }])

    // Of a message that is not the frame's, or not to it from its own site, nothing comes.
    const before = await heard(page, 'unread')
    await page.evaluate(() => window.postMessage({ bellhop: 'unread', detail: 9 }, '*'))
    await page.evaluate(() => {
      const frame = document.createElement('iframe')
      frame.srcdoc = `<script>parent.postMessage({ bellhop: 'close' }, '*')</script>`
      document.body.append(frame)
    })
    await call(page, 'setTheme', 'dark')
    await inside(page).locator('html[data-theme=dark]').waitFor()
    expect([await heard(page, 'unread'), await heard(page, 'close')]).toEqual([before, []])

    await call(page, 'setLocale', 'en')
    await inside(page).locator('html[lang=en] .body', { hasText: '毯子' }).waitFor()
    await call(page, 'reset')
    await inside(page).locator('#start').waitFor()
    await call(page, 'hide')
    expect(await button(page).isHidden()).toBe(true)
    await call(page, 'show')
    expect(await button(page).isVisible()).toBe(true)
    await call(page, 'destroy')
    expect(
      await page.evaluate(() => [document.querySelector('bellhop-widget'), 'bellhop' in window]),
    ).toEqual([...[null, false]])
    expect(honest(errors).filter((error) => !/status of 401/.test(error))).toEqual([])
    await close()
  },
  TIME,
)

test(
  'on a phone it fills the screen and gives it back, by what the page says of it',
  async () => {
    const phone = { viewport: { width: 375, height: 700 }, hasTouch: true, isMobile: true }
    const url = `${shop.originOf()}/?with=${encodeURIComponent('data-language="zh" data-position="left" data-color="#ffd166"')}`
    const { page, errors, close } = await visitShop(url, phone)
    await button(page).waitFor()
    expect(await button(page).boundingBox()).toMatchObject({ x: 24, width: 56, height: 56 })
    expect(await button(page).getAttribute('aria-label')).toBe('联系客服')
    await button(page).tap()
    await inside(page).locator('html[lang=zh-Hans] #start').waitFor()
    const panel = page.locator('bellhop-widget #p')
    expect(await panel.boundingBox()).toEqual({ x: 0, y: 0, width: 375, height: 700 })
    const overflow = () => page.evaluate(() => document.documentElement.style.overflow)
    expect(await overflow()).toBe('hidden')
    await inside(page).locator('.frame-close').tap()
    await panel.waitFor({ state: 'hidden' })
    expect(await overflow()).toBe('')
    expect(honest(errors)).toEqual([])
    await close()
  },
  TIME,
)

test(
  'a site that is not allowed holds no frame, and a desk that is out of reach harms no page',
  async () => {
    const other = await visitShop(shop.originOf('other.localhost'))
    await button(other.page).click()
    await until('the error', () => heard(other.page, 'error'), [{ reason: 'unreachable' }])
    expect(await other.page.locator('bellhop-widget [role=status]').textContent()).toContain(
      'later',
    )
    await other.page.click('#buy')
    expect(await other.page.textContent('#buy')).toBe('In the basket')

    // It answers the loader, and then nothing at all, or with a fault.
    const loader = await (await fetch(`${desk.url}/widget.js`)).text()
    const script = { headers: { 'Content-Type': 'text/javascript' } }
    let slow = true
    const ill = Bun.serve({
      ...{ port: 0, hostname: '127.0.0.1', idleTimeout: 60 },
      fetch: async ({ url }) => {
        if (url.endsWith('.js')) return new Response(loader, script)
        if (slow) await Bun.sleep(TIME)
        return new Response('down', { status: 500 })
      },
    })
    const far = openShop({ url: `http://127.0.0.1:${ill.port}` })
    const pageErrors: Error[] = []
    const { page, close } = await visitShop(far.originOf())
    page.on('pageerror', (error) => void pageErrors.push(error))
    await button(page).click()
    await page.locator('bellhop-widget [role=status]', { hasText: 'Connecting' }).waitFor()
    await page.click('#buy')
    await button(page).click()
    slow = false
    await call(page, 'setLocale', 'en')
    await button(page).click()
    await until('the error', () => heard(page, 'error'), [{ reason: 'unreachable' }])
    expect(pageErrors).toEqual([])

    // And where it is gone altogether.
    await ill.stop(true)
    const gone = await visitShop(far.originOf())
    gone.page.on('pageerror', (error) => void pageErrors.push(error))
    await gone.page.click('#buy')
    expect(await gone.page.textContent('#buy')).toBe('In the basket')
    expect([await button(gone.page).count(), pageErrors]).toEqual([0, []])
    await Promise.all([other.close(), close(), gone.close()])
    await far.close()
  },
  TIME,
)

test(
  'the office shows the chat open on a page of a site, and whoever writes beside it goes on writing',
  async () => {
    const { page: office, errors, close } = await openBench(desk.url, olga)
    await office.goto(desk.url + sitesPaths.page)
    const preview = office.frameLocator('iframe[name=site-preview]')
    const chat = preview.frameLocator('bellhop-widget iframe')
    const color = office.locator('#field-color')
    await office.locator('iframe[name=site-preview]').scrollIntoViewIfNeeded()
    await chat.locator('textarea[name=text]').waitFor()
    expect(await preview.locator('h1').isVisible()).toBe(true)
    await color.fill('#0a7d5')
    await color.press('End')
    await office.keyboard.type('a')
    const paint = () =>
      preview
        .locator('bellhop-widget #b')
        .evaluate((button) => getComputedStyle(button).backgroundColor)
    await until('the new colour', paint, 'rgb(10, 125, 90)')
    await chat.locator('textarea[name=text]').waitFor()
    expect(await office.evaluate(() => document.activeElement?.id)).toBe('field-color')
    await preview.locator('bellhop-widget #b').click()
    await until('it closed', () => preview.locator('bellhop-widget #p').isVisible(), false)
    expect(honest(errors)).toEqual([])
    await close()
  },
  TIME,
)
