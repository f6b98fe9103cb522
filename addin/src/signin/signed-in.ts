import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

// The popup ends here; the page that opened it hears the answer and closes it.
await broadcastResponseToMainFrame();
