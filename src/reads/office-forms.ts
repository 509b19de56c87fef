import { fieldLimits } from '../../actors/form/field'
import {
  consentOf,
  type StartForm,
  startFormIn,
  startFormName,
  WHOLE_DESK,
} from '../../actors/start/form'
import { isActive } from '../../actors/summary'
import type { FormDetails } from '../../views/office/form-fields'
import type { FormLine } from '../../views/office/forms'
import type { Store } from '../store/store'

const formOf = async (store: Store, of: string): Promise<StartForm> =>
  startFormIn(await store.accounts.setting(startFormName(of)))

/** What is asked before a chat: by the whole desk, and by each department, by name. */
export const readForms = async (store: Store): Promise<FormLine[]> => {
  const departments = (await store.departments.all()).filter(isActive)
  const all = [{ id: WHOLE_DESK, name: null }, ...departments]
  return Promise.all(
    all.map(async ({ id: of, name }) => {
      const form = await formOf(store, of)
      return { of, name, fields: form.fields.length, hasConsent: consentOf(form) !== undefined }
    }),
  )
}

/** One of them; `version` tells one state of it from its others. */
export const readForm = async (
  store: Store,
  { of, name }: { of: string; name: string | null },
  version: (form: StartForm) => string,
): Promise<FormDetails> => {
  const form = await formOf(store, of)
  return { of, name, form, version: version(form), most: fieldLimits.fields }
}
