/** Makes docs/screenshot.png from the demo: `bun tests/support/screenshot.ts [file]`. */
import { agents } from '../../src/cli/demo/day'
import { demoCookie, demoPassword } from '../../src/cli/demo/keys'
import { readConfig } from '../../src/config'
import { paths } from '../../views/paths'
import { closeBrowser, openPage } from './chromium'
import { freePort } from './ports'
import { runBellhop } from './program'
import { scratchFolder, waitFor } from './programs'

/** Who is seen: a visitor who waits for an answer about a grinder. */
const VISITOR = 'Daniel Osei'

const visitorsPage = async (url: string, secret: string): Promise<Buffer> => {
  const { page, close } = await openPage({
    viewport: { width: 420, height: 860 },
    deviceScaleFactor: 2,
  })
  const value = demoCookie(secret, VISITOR)
  await page.context().addCookies([{ name: 'visitor', value, url }])
  await page.goto(`${url}${paths.chat.page}`)
  await page.getByText('Does it come in black too?').first().waitFor()
  await page.waitForTimeout(500)
  const picture = await page.screenshot()
  await close()
  return picture
}

const workbench = async (url: string, secret: string): Promise<Buffer> => {
  const { page, close } = await openPage({
    viewport: { width: 1280, height: 860 },
    deviceScaleFactor: 2,
  })
  const { email } = agents.wei
  await page.goto(`${url}${paths.workbench.page}`)
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(demoPassword(secret, email))
  await page.locator('input[name=password]').press('Enter')
  await page.getByText(VISITOR).first().click()
  await page.getByText('Does it come in black too?').first().waitFor()
  await page.waitForTimeout(500)
  const picture = await page.screenshot()
  await close()
  return picture
}

/** Both, side by side on a quiet ground. */
const compose = async (left: Buffer, right: Buffer, file: string) => {
  const { page, close } = await openPage({ viewport: { width: 1800, height: 940 } })
  const image = (bytes: Buffer, width: number) =>
    `<img width="${width}" src="data:image/png;base64,${bytes.toString('base64')}">`
  await page.setContent(`<style>
    body { margin: 0; height: 940px; display: flex; gap: 28px; align-items: center;
      justify-content: center; background: linear-gradient(160deg, #e8f0fd, #efe6fb) }
    img { border-radius: 14px; box-shadow: 0 12px 40px #1e1b2e2e }
  </style>${image(left, 1280)}${image(right, 420)}`)
  await page.waitForTimeout(300)
  await page.screenshot({ path: file })
  await close()
}

const dataDir = scratchFolder()
const port = await freePort()
const url = `http://127.0.0.1:${port}`
const env = { BASE_URL: url }
const demo = runBellhop(['demo', '--data', dataDir, '--port', `${port}`], { env })
await waitFor('the demo', async () => (await fetch(`${url}${paths.ready}`)).ok, 60_000)
const { secret } = readConfig({ DATA_DIR: dataDir })
const file = process.argv[2] ?? 'docs/screenshot.png'
await compose(await workbench(url, secret), await visitorsPage(url, secret), file)
await closeBrowser()
await demo.stop()
