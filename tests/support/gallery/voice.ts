import type { Page } from 'playwright-core'

/** A microphone for browsers that have none: one tone for as long as somebody listens. */
export const giveMicrophone = (page: Page) =>
  page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = async () => {
      const audio = new AudioContext()
      const [tone, heard] = [audio.createOscillator(), audio.createMediaStreamDestination()]
      tone.connect(heard)
      tone.start()
      return heard.stream
    }
  })

/** A voice message that is being recorded. */
export const speak = async (page: Page) => {
  await giveMicrophone(page)
  await page.click('.voice')
  await page.waitForSelector('#voice[data-state=recording]')
}

/** One that is not sent yet. */
export const listen = async (page: Page) => {
  await speak(page)
  await page.click('#voice button')
  await page.waitForSelector('#voice[data-state=recorded]')
}
