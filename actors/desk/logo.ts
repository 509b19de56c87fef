/** Under what the desk keeps which logo it has. */
export const LOGO = 'desk.logo'

/** The logo as it is shown: by the mark of its picture, in pixels. */
export type Logo = { mark: string; width: number; height: number }

/** The one that is kept; null for none. */
export const logoIn = (stored: string | undefined): Logo | null => {
  try {
    const { mark, width, height } = Object(JSON.parse(stored ?? '{}'))
    const isLogo = typeof mark === 'string' && width > 0 && height > 0
    return isLogo ? { mark, width: Number(width), height: Number(height) } : null
  } catch {
    return null
  }
}
