import { expect, test } from 'bun:test'
import { ana } from './desk'
import { openTalk, scene, TIME } from './scene'

test.each([
  { width: 1280, height: 520 },
  { width: 1000, height: 480 },
  { width: 375, height: 560 },
])(
  'on a window of $width × $height all of what narrows a list can be reached, and is sent',
  (viewport) =>
    scene(async ({ hire }, cast) => {
      await hire(ana)
      const page = await cast.agent(ana, 'ready', { viewport })
      await page.click('.filter-menu > summary')
      const apply = page.locator('.filter-menu .actions .primary')
      expect((await apply.boundingBox())?.y ?? viewport.height).toBeLessThan(viewport.height - 40)
      // The last field stands before its buttons once it is gone to.
      await page.locator('#filter-before').fill('2026-01-31')
      const field = await page.locator('#filter-before').boundingBox()
      const buttons = await apply.boundingBox()
      expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThanOrEqual(buttons?.y ?? 0)
      await apply.click()
      await page.waitForURL('**before=2026-01-31**')
    })(),
  TIME,
)

test(
  'on a phone the head of a room shows whose it is, beside all that can be done',
  scene(async (desk, cast) => {
    const { agent } = await openTalk(desk, cast)
    await agent.setViewportSize({ width: 375, height: 700 })
    const name = agent.locator('#room-head h1')
    expect(await widthOf(name)).toBeGreaterThan(80)
    const right = async (part: string) => {
      const box = await agent.locator(part).last().boundingBox()
      return (box?.x ?? 0) + (box?.width ?? 0)
    }
    expect(await right('#room-head .end-chat')).toBeLessThanOrEqual(375)
    expect(await right('.topbar .me-button')).toBeLessThanOrEqual(375)
  }),
  TIME,
)

const widthOf = async (part: { boundingBox(): Promise<{ width: number } | null> }) =>
  (await part.boundingBox())?.width ?? 0
