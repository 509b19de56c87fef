import { expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { photo, png } from '../web/images'
import { until } from './people'
import { openTalk, REFUSED, scene, TIME } from './scene'

type Dropped = { name: string; type: string; base64: string }

/** As if somebody had pasted files, or dropped them. */
const hand = (page: Page, how: 'paste' | 'drop', files: Dropped[]) =>
  page.evaluate(
    ([kind, all]) => {
      const data = new DataTransfer()
      for (const { name, type, base64 } of all) {
        const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
        data.items.add(new File([bytes], name, { type }))
      }
      const area = document.querySelector('.composer textarea')
      const more = { bubbles: true, cancelable: true }
      const event =
        kind === 'paste'
          ? new ClipboardEvent('paste', { ...more, clipboardData: data })
          : new DragEvent('drop', { ...more, dataTransfer: data })
      area?.dispatchEvent(event)
    },
    [how, files] as const,
  )

const picture = (name: string): Dropped => ({
  ...{ name, type: 'image/png' },
  base64: Buffer.from(png({ width: 120, height: 80 })).toString('base64'),
})
const trayOf = (page: Page) => page.locator('[data-tray] bdi').allInnerTexts()

test.concurrent(
  'files are pasted, dropped and chosen, wait for their message, go, and are seen by both',
  scene(async (desk, cast) => {
    const { agent, vera } = await openTalk(desk, cast)
    await hand(vera, 'paste', [picture('one.png')])
    await until('the tray', () => trayOf(vera), ['one.png'])
    await hand(vera, 'drop', [picture('two.png'), picture('three.png')])
    await until('more in it', () => trayOf(vera), ['one.png', 'two.png', 'three.png'])
    const paper = {
      name: 'paper.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4'),
    }
    await vera.locator('.attach input').setInputFiles([paper])
    await until('all of them', async () => (await trayOf(vera)).length, 4)
    await vera.getByRole('button', { name: 'Remove two.png' }).click()
    await vera.locator('.composer textarea').fill('Look at these')
    await vera.keyboard.press('Enter')
    const sent = (page: Page) =>
      page
        .locator('#transcript .entry:not([data-pending]) a.file')
        .evaluateAll((links) => links.map((link) => link.getAttribute('data-type')))
    const all = ['image/png', 'image/png', 'application/pdf']
    await until('them to be sent', () => sent(vera), all)
    await until('them at the desk', () => sent(agent), all)
    await until('an empty tray', () => trayOf(vera), [])
    const drawn = () =>
      agent
        .locator('a.file img')
        .first()
        .evaluate((image) => (image as HTMLImageElement).naturalWidth)
    await until('the image to be drawn', drawn, 120)
    // In full size, by keys, and back.
    await agent.locator('a.file').first().click()
    const shown = () => agent.locator('#lightbox bdi').innerText()
    await until('the first one', shown, 'one.png')
    await agent.keyboard.press('ArrowRight')
    await until('the next one', shown, 'three.png')
    await agent.keyboard.press('Escape')
    await until('it to be closed', () => agent.locator('#lightbox').count(), 0)

    // What the desk does not take comes back with its words, and says why.
    const program = { name: 'a.exe', mimeType: 'image/png', buffer: Buffer.from('MZ') }
    await agent.locator('.attach input').setInputFiles([program])
    await until('it in the tray', () => trayOf(agent), ['a.exe'])
    await agent.locator('#composer textarea').fill('Half a sentence')
    await agent.keyboard.press('Enter')
    const problem = () => agent.locator('#composer .form-problem').innerText()
    await until('why not', async () => (await problem()).includes('cannot be sent'), true)
    expect(await agent.locator('#composer textarea').inputValue()).toBe('Half a sentence')
    await until('it back in the tray', () => trayOf(agent), ['a.exe'])
    await agent.getByRole('button', { name: 'Remove a.exe' }).click()
    // One that is cancelled on its way comes back too.
    const taken = Buffer.from(await photo({ width: 1200, height: 900, turn: 6 }))
    const turned = { name: 'turned.jpg', mimeType: 'image/jpeg', buffer: taken }
    let go = () => {}
    const held = new Promise<void>((resolve) => {
      go = resolve
    })
    await agent.route('**/files', async (route) => {
      await held
      await route.continue().catch(() => {})
    })
    await agent.locator('.attach input').setInputFiles([turned])
    await until('it in the tray', () => trayOf(agent), ['turned.jpg'])
    await agent.locator('#composer .send').click()
    await agent.getByRole('button', { name: 'Cancel' }).click()
    await until('it back', () => trayOf(agent), ['turned.jpg'])
    go()
    await agent.unroute('**/files')
    await agent.locator('#composer .send').click()
    await until('it at the visitor', async () => (await sent(vera)).at(-1), 'image/jpeg')
    // Shown from a smaller copy, and whole over the page.
    const widthOf = (selector: string) =>
      vera
        .locator(selector)
        .last()
        .evaluate((image) => (image as HTMLImageElement).naturalWidth)
    await until('the smaller copy', () => widthOf('a.file img'), 720)
    await vera.locator('a.file img').last().click()
    await until('the image itself', () => widthOf('#lightbox img'), 900)
    await vera.keyboard.press('Escape')
    const focused = () => vera.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    await until('the image it was opened from', focused, 'turned.jpg')
    if (process.env.SHOTS) {
      for (const [page, name] of [
        [vera, 'vera'],
        [agent, 'ana'],
      ] as const)
        await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` })
    }
  }, REFUSED),
  TIME,
)
