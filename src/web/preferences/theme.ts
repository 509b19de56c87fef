import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { paths } from '../../../views/paths'
import { seeOther } from '../answer'
import { keepPreference } from '../cookies'
import { safeNext } from '../next'
import { route } from '../route'

const themes = ['auto', 'light', 'dark'] as const

export const chooseTheme = route({
  method: 'POST',
  path: paths.theme,
  permission: 'anyone',
  form: z.object({ theme: z.enum(themes), back: holding('value', z.string()) }).partial(),
  run: ({ c, web, input }) => {
    const theme = themes.find((each) => each === input.theme)
    if (theme) keepPreference(c, web.config, 'theme', theme)
  },
  made: ({ c, input }) => seeOther(c, safeNext(input.back) ?? paths.home),
})
