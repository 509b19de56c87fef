import { expect, test } from 'bun:test'
import type { Locator, Page } from 'playwright-core'
import { importCanned } from '../../src/commands/canned/import'
import { NOTE } from '../support/leaks'
import { png } from '../web/images'
import { amir, ana } from './desk'
import { openAt, rowOf, said, standing, told, until, untilLive, write } from './people'
import { scene, TIME } from './scene'

const phone = { viewport: { width: 375, height: 667 }, hasTouch: true, isMobile: true }

/** CSS px: what a finger needs. */
const FINGER_PX = 44

/** The part of it that is pressed: of a box that is not seen, what names it. */
const sizeOf = (target: Locator) =>
  target.evaluate((element) => {
    const { width, height } = (element.closest('label') ?? element).getBoundingClientRect()
    return { width, height, what: element.outerHTML.slice(0, 120) }
  })

/** Touches something that can be seen and is large enough, where nothing has been pointed at before. */
const tap = async (page: Page, selector: string) => {
  const target = page.locator(selector).first()
  await target.waitFor()
  // What is styled by a sheet of its own is drawn before that is there.
  const size = async () => {
    const { width, height, what } = await sizeOf(target)
    const isLarge = Math.min(width, height) >= FINGER_PX - 0.5
    return [what, isLarge ? 'large' : `${width} × ${height}`]
  }
  const { what } = await sizeOf(target)
  await until('a finger’s size', size, [what, 'large'])
  const opacity = await target.evaluate((element) => {
    let seen = 1
    const top = element.closest('label') ?? element
    for (let each: Element | null = top; each; each = each.parentElement)
      seen *= Number(getComputedStyle(each).opacity)
    return seen
  })
  expect([what, opacity > 0.5]).toEqual([what, true])
  await target.tap()
}

const expectNoWider = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)

const shot = (page: Page, name: string) =>
  process.env.SHOTS ? page.screenshot({ path: `${process.env.SHOTS}/${name}.png` }) : undefined

test.concurrent(
  'a visitor begins, sends a file, edits what they said and rates, by touch on a phone',
  scene(async (desk, cast) => {
    await desk.hire(ana)
    const agent = await cast.agent(ana, 'ready')
    const vera = cast.keep(await openAt(`${desk.url}/chat`, phone))
    await tap(vera, 'input[name=name]')
    await vera.keyboard.type('Vera')
    await tap(vera, 'textarea[name=text]')
    await vera.keyboard.type('My order did not arive')
    await tap(vera, 'main form.stack button[type=submit]')
    await untilLive(vera)
    await expectNoWider(vera)

    const chooser = vera.waitForEvent('filechooser')
    await tap(vera, '.attach')
    const buffer = Buffer.from(png({ width: 200, height: 150 }))
    await (await chooser).setFiles([
      { name: 'receipt.png', mimeType: 'image/png', buffer },
      { name: 'cat.png', mimeType: 'image/png', buffer },
    ])
    await tap(vera, '[data-tray] li:last-child button')
    await tap(vera, '.composer textarea')
    await vera.keyboard.type('This is the receipt')
    await shot(vera, 'touch-tray')
    await tap(vera, '.composer .send')
    const sent = () => vera.locator('#transcript .entry:not([data-pending]) a.file').count()
    await until('the file', sent, 1)
    await tap(vera, 'a.file')
    await vera.waitForSelector('#lightbox:modal')
    await shot(vera, 'touch-lightbox')
    await tap(vera, '#lightbox button')
    await until('it to be closed', () => vera.locator('#lightbox').count(), 0)

    await tap(vera, '.entry .entry-more')
    await vera.waitForSelector('#entry-menu')
    await shot(vera, 'touch-menu')
    await expectNoWider(vera)
    await tap(vera, '#entry-menu .edit summary')
    await vera.locator('#entry-menu .edit textarea').fill('My order did not arrive')
    await shot(vera, 'touch-edit')
    await tap(vera, '#entry-menu .edit button[type=submit]')
    await until('it to be said', async () => (await said(vera))[0], 'My order did not arrive')

    await rowOf(agent, 'Vera').locator('a').first().click()
    await agent.waitForSelector('#composer')
    await write(agent, 'It comes tomorrow')
    await until('the reply', async () => (await said(vera)).at(-1), 'It comes tomorrow')
    await tap(vera, '.end-chat > button')
    await tap(vera, '.ask:popover-open [type=submit]')
    await until('the end', () => standing(vera), 'ended')
    await tap(vera, '.stars label:nth-of-type(4)')
    await vera.waitForSelector('#stars-4')
    await shot(vera, 'touch-rated')
    await tap(vera, '.rating textarea')
    await vera.keyboard.type('Quick')
    await tap(vera, '.rating button')
    await until('the words', async () => (await told(vera)).at(-1)?.includes('Quick'), true)
    await expectNoWider(vera)
  }),
  TIME,
)

test.concurrent(
  'an agent accepts, answers with what was prepared, notes and hands over, and a colleague ends, by touch on a phone',
  scene(async (desk, cast) => {
    await importCanned(desk.desk, [{ code: 'soon', title: 'Soon', body: 'It comes tomorrow.' }])
    await desk.department({ id: 'support', name: 'Support', acceptance: 'manual' })
    await desk.hire(ana)
    await desk.hire(amir)
    const agent = await cast.agent(ana, 'ready', phone)
    await untilLive(agent)
    const vera = await cast.visitor({ name: 'Vera', text: 'Hello?' })
    await agent.waitForSelector('.offer')
    await shot(agent, 'touch-offer')
    await expectNoWider(agent)
    const colleague = await cast.agent(amir, 'ready', phone)

    await tap(agent, '.offer form[action$="/acceptance"] button')
    await agent.waitForURL('**/workbench/conversations/*')
    await untilLive(agent)
    await expectNoWider(agent)
    await tap(agent, '#composer textarea')
    await agent.keyboard.type('/soo')
    await agent.waitForSelector('#canned [aria-selected=true]')
    await shot(agent, 'touch-canned')
    await tap(agent, '#canned [role=option]')
    const written = () => agent.inputValue('#composer textarea')
    await until('the words', written, 'It comes tomorrow.')
    await tap(agent, '#composer .send')
    await until('the reply', async () => (await said(vera)).at(-1), 'It comes tomorrow.')

    await tap(agent, '.inside-switch')
    await agent.keyboard.type(NOTE)
    await tap(agent, '#composer .add-inside')
    const notes = () => agent.locator('#transcript > [data-kind=noted][data-seq]').count()
    await until('the note', notes, 1)
    await shot(agent, 'touch-room')

    await tap(agent, '.transfer summary')
    const free = '#transfer-to option:not([disabled])[value^="agent:"]'
    await until('who can take it', () => agent.locator(free).count(), 1)
    const to = await agent.locator(free).getAttribute('value')
    expect((await sizeOf(agent.locator('#transfer-to'))).height).toBeGreaterThanOrEqual(FINGER_PX)
    await agent.selectOption('#transfer-to', to)
    await shot(agent, 'touch-transfer')
    await expectNoWider(agent)
    await tap(agent, '.transfer form button')
    await until('it to be theirs', () => rowOf(colleague, 'Vera').count(), 1)
    await tap(agent, '.back')
    await agent.waitForURL('**/workbench*')

    await tap(colleague, '.row > a')
    await colleague.waitForSelector('#composer textarea')
    await untilLive(colleague)
    await tap(colleague, '.end-chat > button')
    await shot(colleague, 'touch-end')
    await tap(colleague, '.ask:popover-open [type=submit]')
    await until('the end', () => standing(vera), 'ended')
  }),
  TIME,
)
