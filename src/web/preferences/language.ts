import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { paths } from '../../../views/paths'
import { languages } from '../../../views/words/language'
import { seeOther } from '../answer'
import { keepPreference } from '../cookies'
import { safeNext } from '../next'
import { route } from '../route'

export const chooseLanguage = route({
  method: 'POST',
  path: paths.language,
  permission: 'anyone',
  form: z.object({ language: z.enum(languages), back: holding('value', z.string()) }).partial(),
  run: ({ c, web, input }) => {
    const language = languages.find((each) => each === input.language)
    if (language) keepPreference(c, web.config, 'language', language)
  },
  made: ({ c, input }) => seeOther(c, safeNext(input.back) ?? paths.home),
})
