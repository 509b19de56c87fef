import { expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { until } from './people'
import { openTalk, scene, TIME } from './scene'

/** What the switch of a visitor's page is called and is, and what stands beside it. */
const switchOf = (page: Page) =>
  page.locator('#tell').evaluate((button) => ({
    hidden: (button as HTMLElement).hidden,
    on: button.ariaPressed,
    says: document.getElementById('tell-says')?.textContent ?? '',
  }))

/** A browser without windows asks nobody: here its person says yes, and no later on. */
const askedAs = (page: Page) =>
  page.addInitScript(() => {
    const key = 'test-permission'
    const permission = () => localStorage.getItem(key) ?? 'default'
    Object.defineProperty(Notification, 'permission', { get: permission })
    Notification.requestPermission = async () => {
      localStorage.setItem(key, 'granted')
      return 'granted'
    }
  })

test.concurrent(
  'the switch for notifications says that it is on, off, or that the browser lets nothing be shown',
  scene(async (desk, cast) => {
    const { vera } = await openTalk(desk, cast)
    await askedAs(vera)
    await vera.reload()
    const pressed = async (says: RegExp) => {
      await vera.locator('#tell').click()
      await until('it to be said', async () => says.test((await switchOf(vera)).says), true)
      return switchOf(vera)
    }
    expect(await pressed(/are on/)).toMatchObject({ hidden: false, on: 'true' })
    // A window that is narrow is no phone.
    await vera.setViewportSize({ width: 320, height: 640 })
    expect(await vera.locator('#tell').isVisible()).toBe(true)
    await vera.setViewportSize({ width: 1280, height: 800 })
    await vera.reload()
    await until('it to be on still', async () => (await switchOf(vera)).on, 'true')
    expect(await pressed(/are off/)).toMatchObject({ hidden: false, on: 'false' })
    await vera.evaluate(() => localStorage.setItem('test-permission', 'denied'))
    expect(await pressed(/blocks notifications/)).toMatchObject({ hidden: false, on: 'false' })
  }),
  TIME,
)
