import { UAParser } from 'ua-parser-js'

/** Of what a browser says of itself more is not read. */
const AGENT_CHARS = 500
const SHOWN_CHARS = 80

/** Browser and system with their versions, and the device where it is no computer; empty where unknown. */
export const browserIn = (userAgent: string | undefined) => {
  const { browser, os, device } = new UAParser((userAgent ?? '').slice(0, AGENT_CHARS)).getResult()
  return {
    browser: shown(browser.name, browser.version?.split('.')[0]),
    system: shown(os.name, os.version),
    device: shown(device.vendor, device.model),
  }
}

/** Browser and system without their versions, like `Firefox, Linux`; empty where unknown. */
export const familyIn = (userAgent: string | undefined): string => {
  const { browser, os } = new UAParser((userAgent ?? '').slice(0, AGENT_CHARS)).getResult()
  return [browser.name, os.name].filter(Boolean).join(', ').slice(0, SHOWN_CHARS)
}

const shown = (...words: (string | undefined)[]): string =>
  words.filter(Boolean).join(' ').slice(0, SHOWN_CHARS)
