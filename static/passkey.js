/** Passkeys: a device is asked for its key, or to make one, before the form goes. */
;(() => {
  const kind = globalThis.PublicKeyCredential
  if (!globalThis.isSecureContext || !kind?.parseRequestOptionsFromJSON) return
  const ask = {
    create: (options) =>
      navigator.credentials.create({ publicKey: kind.parseCreationOptionsFromJSON(options) }),
    get: (options) =>
      navigator.credentials.get({ publicKey: kind.parseRequestOptionsFromJSON(options) }),
  }
  const answered = async (form) => {
    const { passkey, options } = form.dataset
    const headers = { Accept: 'application/json' }
    const asked = await (await fetch(options, { method: 'POST', headers })).json()
    if (asked.error) throw new Error(asked.error.message)
    const answer = await ask[passkey](asked.options).catch(() => null)
    return answer && { ticket: asked.ticket, credential: JSON.stringify(answer) }
  }
  for (const form of document.querySelectorAll('[data-passkey]')) {
    const { ticket, credential } = form.elements
    const says = form.querySelector('[role=alert]')
    form.hidden = false
    form.addEventListener('submit', async (event) => {
      if (credential.value !== '') return
      event.preventDefault()
      says.textContent = ''
      form.setAttribute('aria-busy', 'true')
      const found = await answered(form).catch(({ message }) => ({ message }))
      form.removeAttribute('aria-busy')
      if (!found?.credential) {
        says.textContent = found?.message || form.dataset.failed
        return
      }
      ticket.value = found.ticket
      credential.value = found.credential
      form.requestSubmit()
    })
    // What was answered is answered once, also where the page comes back as it was left.
    addEventListener('pageshow', () => {
      credential.value = ''
    })
  }
})()
