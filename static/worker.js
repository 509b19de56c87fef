/** Shows what is pushed while no page is looked at, and leads to it. It keeps nothing and fetches nothing. */
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

const windows = () => self.clients.matchAll({ type: 'window', includeUncontrolled: true })

const show = async (told) => {
  const { about, title, body, url, always } = told
  const isSeen = (await windows()).some(({ visibilityState }) => visibilityState === 'visible')
  if (isSeen && !always) return
  await self.registration.showNotification(title, {
    body,
    tag: about,
    data: { url },
    renotify: true,
  })
}
self.addEventListener('push', (event) => {
  const told = event.data?.json()
  if (told) event.waitUntil(show(told))
})

const open = async (url) => {
  const [page] = (await windows()).filter((each) =>
    new URL(each.url).pathname.startsWith('/workbench'),
  )
  if (!page) return self.clients.openWindow(url)
  await page.focus()
  return page.navigate(url).catch(() => self.clients.openWindow(url))
}
self.addEventListener('notificationclick', (event) => {
  const { url } = event.notification.data ?? {}
  event.notification.close()
  // Only to pages of this desk, whatever was pushed.
  const to = new URL(url ?? '/workbench', self.location.origin)
  if (to.origin === self.location.origin) event.waitUntil(open(to.href))
})
