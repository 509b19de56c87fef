import { paths } from '../../../views/paths'
import { languages } from '../../../views/words/language'
import { answerChat } from '../chat/show'
import { keepPreference } from '../cookies'
import { route } from '../route'

/** The chat in its frame on somebody's site; the gate says which sites may hold it. */
export const showWidget = route({
  method: 'GET',
  path: paths.widget.page,
  permission: 'anyone',
  show: (c, web) => {
    // What the site asked for holds on, for where the chat leads to is asked for without it.
    const language = languages.find((one) => one === c.req.query('language'))
    if (language) keepPreference(c, web.config, 'language', language)
    return answerChat(c, web)
  },
})
