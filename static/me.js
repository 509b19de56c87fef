/** The page of one's own: a picture is made small before it goes, and this browser may tell of things. */
;(() => {
  const SIDE_PX = 256
  const field = document.getElementById('field-avatar')
  field?.addEventListener('change', async () => {
    const [file] = field.files
    const image = file && (await createImageBitmap(file).catch(() => null))
    if (!image) return
    const side = Math.min(image.width, image.height)
    const canvas = Object.assign(document.createElement('canvas'), {
      width: SIDE_PX,
      height: SIDE_PX,
    })
    const [x, y] = [(image.width - side) / 2, (image.height - side) / 2]
    canvas.getContext('2d').drawImage(image, x, y, side, side, 0, 0, SIDE_PX, SIDE_PX)
    canvas.toBlob((blob) => {
      if (!blob || field.files[0] !== file) return
      const data = new DataTransfer()
      data.items.add(new File([blob], 'avatar.png', { type: 'image/png' }))
      field.files = data.files
    }, 'image/png')
  })

  const device = document.getElementById('device')
  const button = device?.querySelector('button')
  const status = device?.querySelector('[role=status]')
  if (!button) return
  const words = JSON.parse(device.dataset.words)
  const { key, push, worker, scope } = device.dataset
  const isPossible =
    globalThis.isSecureContext && 'Notification' in globalThis && 'serviceWorker' in navigator
  const registration = () => navigator.serviceWorker.getRegistration(scope)
  const subscription = async () => (await registration())?.pushManager?.getSubscription()

  const say = async () => {
    const isDenied = isPossible && Notification.permission === 'denied'
    const has = isPossible && !isDenied && (await subscription())
    const isOn = isPossible && Notification.permission === 'granted' && (await registration())
    const state = isPossible
      ? isDenied
        ? 'denied'
        : has
          ? 'on'
          : isOn
            ? 'desktop'
            : 'off'
      : 'missing'
    status.textContent = words[state]
    device.dataset.state = state
    button.hidden = !isPossible || isDenied
    button.textContent = isOn ? words.turnOff : words.turnOn
  }
  const post = (fields) => fetch(push, { method: 'POST', body: new URLSearchParams(fields) })

  const keyBytes = Uint8Array.from(atob(key.replace(/-/g, '+').replace(/_/g, '/')), (sign) =>
    sign.charCodeAt(0),
  )
  /** A service takes nothing from a desk whose keys are others than those it was turned on with. */
  const isForOtherKeys = ({ options }) => {
    const theirs = new Uint8Array(options.applicationServerKey ?? [])
    return String(theirs) !== String(keyBytes)
  }

  const subscribe = (pushManager) =>
    pushManager
      ?.subscribe({ userVisibleOnly: true, applicationServerKey: keyBytes })
      .catch(() => null)

  const turnOn = async () => {
    if ((await Notification.requestPermission()) !== 'granted') return
    await navigator.serviceWorker.register(worker, { scope })
    const { pushManager } = await navigator.serviceWorker.ready.catch(() => ({}))
    // Where there is no push service, notes on the screen are what there is.
    const given = await subscribe(pushManager)
    if (!given) return
    const { endpoint, keys } = given.toJSON()
    const answer = await post({ endpoint, p256dh: keys.p256dh, auth: keys.auth })
    if (!answer.ok) await given.unsubscribe()
  }
  const turnOff = async () => {
    const given = await subscription()
    if (given) await post({ endpoint: given.endpoint, off: '1' }).catch(() => {})
    await given?.unsubscribe()
    await (await registration())?.unregister()
  }
  button.addEventListener('click', async () => {
    button.disabled = true
    try {
      await ((await registration()) ? turnOff() : turnOn())
    } finally {
      button.disabled = false
      await say()
    }
  })
  // Its session may be another one than when it was turned on, and so may the desk's keys.
  const renew = async () => {
    const known = isPossible && (await subscription())
    const isOld = known && isForOtherKeys(known)
    if (isOld) await known.unsubscribe()
    const given = isOld ? await subscribe((await registration())?.pushManager) : known
    const { endpoint, keys } = given ? given.toJSON() : {}
    if (endpoint) await post({ endpoint, p256dh: keys.p256dh, auth: keys.auth }).catch(() => {})
  }
  say()
  renew().then(say)
})()
