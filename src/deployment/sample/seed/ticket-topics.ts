/** What customers write about. Braces are filled in from `detailsOf`. */
export interface TicketTopic {
  readonly subject: string;
  readonly opening: string;
  readonly labels: readonly string[];
}

export const ticketTopics: readonly TicketTopic[] = [
  {
    subject: "Invoice {invoice} shows the wrong VAT number",
    opening:
      "Our VAT number changed in the autumn and invoice {invoice} still prints the old one. Can you issue a corrected copy? Our accountant needs it before the end of the month.",
    labels: ["billing", "invoice"],
  },
  {
    subject: "Charged twice for {month}",
    opening:
      "My card statement has two charges of {amount} for {month}, one day apart. Please refund one of them.",
    labels: ["billing", "refund"],
  },
  {
    subject: "Calendar stopped syncing with my phone",
    opening:
      "Since {weekday} new appointments no longer reach the calendar on my phone. Old ones are still there. I removed the account and added it again, without luck.",
    labels: ["sync", "mobile"],
  },
  {
    subject: "Reminders went out at three in the morning",
    opening:
      "Several clients complained that their reminder arrived at 3 a.m. The time zone in our settings says {city}, which is right.",
    labels: ["reminders", "timezone"],
  },
  {
    subject: "How do I block out public holidays for the whole team?",
    opening:
      "Every year I enter the holidays by hand for {count} calendars. Is there a way to block a day for everybody at once?",
    labels: ["question", "calendar"],
  },
  {
    subject: "CSV import stops at row {row}",
    opening:
      "I am importing our client list from the old system. The import stops at row {row} with “unexpected value”. I attached the file; I see nothing odd in that row.",
    labels: ["import", "bug"],
  },
  {
    subject: "Customers cannot pay with {card}",
    opening:
      "Two customers told us today that their {card} card is refused at the last step of booking. Other cards go through.",
    labels: ["payments", "urgent"],
  },
  {
    subject: "Please delete all data of a former client",
    opening:
      "A client has asked us to erase everything we hold on them. I deleted the profile, but past appointments still show the name. What else must I do to comply?",
    labels: ["privacy", "question"],
  },
  {
    subject: "Booking page is blank in {browser}",
    opening:
      "In {browser} our booking page stays white after the logo. In other browsers it works. A client sent me the attached screenshot.",
    labels: ["bug", "booking-page"],
  },
  {
    subject: "Change the owner of our account",
    opening:
      "Our manager has left and the account still belongs to her address. What do you need from us to make me the owner?",
    labels: ["account"],
  },
  {
    subject: "Waiting list does not notify anyone",
    opening:
      "When somebody cancels, nobody on the waiting list is told. It worked until the update of {month}.",
    labels: ["bug", "waiting-list"],
  },
  {
    subject: "Two appointments in the same slot",
    opening:
      "On {weekday} at {hour} two people had booked the same room. The calendar shows both on top of each other. How can that happen?",
    labels: ["bug", "calendar", "urgent"],
  },
  {
    subject: "Discount code works only once",
    opening:
      "We printed the code {code} on flyers. The first customer used it, everyone after is told that it is no longer valid. It was meant for the whole month.",
    labels: ["payments", "question"],
  },
  {
    subject: "Export of last year’s appointments",
    opening:
      "For our annual report I need every appointment of last year with duration and price. The export gives me at most {row} rows.",
    labels: ["export", "reports"],
  },
  {
    subject: "Text messages cost more than expected",
    opening:
      "This month’s bill has {count} text messages more than we sent. Could reminders to numbers abroad count several times?",
    labels: ["billing", "reminders"],
  },
  {
    subject: "Cannot sign in after changing my password",
    opening:
      "I changed my password yesterday and now neither the old nor the new one is accepted. The reset mail does not arrive, I looked in the junk folder too.",
    labels: ["login", "urgent"],
  },
  {
    subject: "Sign in with a second factor on a new phone",
    opening:
      "My phone broke and with it the app that makes the six-digit codes. I still have the recovery sheet but it lists only {count} codes, all crossed out.",
    labels: ["login", "security"],
  },
  {
    subject: "Webhook delivers the same event several times",
    opening:
      "Our server gets `appointment.updated` three or four times within a second for one change. Is that expected, and is there an id by which we can tell them apart?",
    labels: ["api", "webhooks"],
  },
  {
    subject: "API answers 429 although we send few requests",
    opening:
      "We send about {count} requests a minute and still see 429 every afternoon. Which limit applies to our plan, and does it count failed requests too?",
    labels: ["api"],
  },
  {
    subject: "Logo is stretched on the booking page",
    opening:
      "Our new logo is much wider than tall and gets squeezed into a square. Which size should the file have? The attached one is what I uploaded.",
    labels: ["booking-page", "question"],
  },
  {
    subject: "Recurring appointment lost its exceptions",
    opening:
      "A client comes every {weekday}, but not in the school holidays. After I changed the room, all the weeks I had removed were back.",
    labels: ["bug", "calendar"],
  },
  {
    subject: "Let clients choose a member of staff",
    opening:
      "Many clients want to book with a certain person. At the moment they write that into the note and we move the appointment. Can the page offer the choice?",
    labels: ["feature-request", "booking-page"],
  },
  {
    subject: "Gift vouchers cannot be combined",
    opening:
      "A customer has two vouchers and wants to pay one course with both. The form takes only one. Is there a way around?",
    labels: ["payments", "feature-request"],
  },
  {
    subject: "Opening hours wrong after the clocks changed",
    opening:
      "Since Sunday the page offers {hour} as our first slot, an hour too early. Our opening hours are entered correctly.",
    labels: ["timezone", "bug"],
  },
  {
    subject: "Staff member sees prices she should not see",
    opening:
      "I gave our trainee the role “assistant”, which according to the manual hides prices. On the tablet at the desk she still sees them.",
    labels: ["permissions", "bug"],
  },
  {
    subject: "Printing the day plan cuts off the last column",
    opening: "When I print the day view on A4, the column of {name} is missing. Landscape does not help.",
    labels: ["printing", "bug"],
  },
  {
    subject: "Please move us to yearly billing",
    opening:
      "We would like to pay yearly from {month} on. Does the discount apply at once, and what happens to the rest of this month?",
    labels: ["billing", "plan"],
  },
  {
    subject: "Cancel our subscription",
    opening:
      "We are closing the shop in {month}. Please confirm the end of the subscription and tell me how long we can still download our data.",
    labels: ["billing", "cancellation"],
  },
  {
    subject: "Accents come out as question marks in the export",
    opening:
      "Names like Zoë or Łukasz are broken when I open the exported file in my spreadsheet. In your preview they look right.",
    labels: ["export", "bug"],
  },
  {
    subject: "Mails to our clients land in junk",
    opening:
      "Confirmations sent in our name end up in the junk folder with one large provider. Do we have to add something to our domain’s settings?",
    labels: ["mail", "question"],
  },
  {
    subject: "Group course: change the maximum number",
    opening:
      "Our pottery course has room for {count} people now. I can change the number for new dates but not for those that already have bookings.",
    labels: ["courses", "question"],
  },
  {
    subject: "Deposit was not refunded on cancellation",
    opening:
      "A client cancelled three days ahead, which is within our rules, and the deposit of {amount} was kept. I had to pay it back by hand.",
    labels: ["payments", "refund", "bug"],
  },
  {
    subject: "Search finds clients only by first name",
    opening:
      "Typing a family name into the search gives nothing, the first name works. We have {row} clients, so this is a daily nuisance.",
    labels: ["search", "bug"],
  },
  {
    subject: "App closes when I open a photo",
    opening:
      "On my tablet the app closes as soon as I tap a client’s photo. It is the newest version from the store.",
    labels: ["mobile", "bug"],
  },
  {
    subject: "Which data do you keep when a trial ends?",
    opening: "Our trial ends on {weekday}. If we decide a few weeks later, will everything still be there?",
    labels: ["question", "plan"],
  },
  {
    subject: "Wrong language in confirmations",
    opening:
      "Clients who book in {language} get their confirmation in English. The templates are all translated, I checked twice.",
    labels: ["mail", "translation", "bug"],
  },
  {
    subject: "Add a second location",
    opening:
      "We are opening in {city} next spring. Should that be a second account, or can one account have two addresses with different hours?",
    labels: ["question", "locations"],
  },
  {
    subject: "Statistics differ between app and website",
    opening: "For last week the app says {count} appointments, the website {row}. Which one is right?",
    labels: ["reports", "bug"],
  },
  {
    subject: "Undo a bulk change of prices",
    opening:
      "I raised all prices by ten per cent and only then saw that the gift vouchers went up too. Can you set them back to what they were this morning?",
    labels: ["data", "urgent"],
  },
  {
    subject: "Notes of a client are gone",
    opening:
      "The notes of one client are empty although I remember writing a page on {weekday}. Does somebody else’s change overwrite mine?",
    labels: ["data", "bug", "urgent"],
  },
  {
    subject: "Consent form: which version did a client sign?",
    opening:
      "We have changed our consent form twice. For an insurance question I must know which wording a client agreed to last {month}.",
    labels: ["privacy", "question"],
  },
  {
    subject: "Keyboard shortcuts clash with my screen reader",
    opening:
      "The single-letter shortcuts of the calendar get in the way of my screen reader. Can they be switched off for one person?",
    labels: ["accessibility", "feature-request"],
  },
  {
    subject: "Contrast of the new theme is too low",
    opening:
      "Grey text on pale green is hard to read on the screen at our desk. Could the old colours come back as an option?",
    labels: ["accessibility", "design"],
  },
  {
    subject: "Invitation link for staff has expired",
    opening:
      "The link you sent to {name} says that it has expired, although it is only a day old. I invited her a second time with the same result.",
    labels: ["account", "bug"],
  },
  {
    subject: "Tax report for {month} does not add up",
    opening:
      "The sum of the daily totals is {amount} less than the monthly total. I suspect refunds are taken off twice.",
    labels: ["reports", "billing", "bug"],
  },
  {
    subject: "Thank you for the new waiting room view",
    opening:
      "No problem today: the new waiting room view is exactly what our reception needed. Please pass this on to whoever made it.",
    labels: ["praise"],
  },
  {
    subject: "Room names are cut off in the week view",
    opening:
      "Our rooms are called after trees and rivers, with long names. In the week view one sees only the first five letters.",
    labels: ["design", "calendar"],
  },
  {
    subject: "Automatic numbering of receipts has a gap",
    opening:
      "Between {invoice} and the receipt after the next one there is a number missing. Our tax office will ask. What happened to it?",
    labels: ["billing", "question"],
  },
  {
    subject: "Connection to the card reader drops",
    opening:
      "The card reader loses its connection about once an hour. After switching it off and on it works again. We have had it since {month}.",
    labels: ["payments", "hardware"],
  },
  {
    subject: "Clients book too short before closing time",
    opening:
      "Somebody booked a 90-minute session at {hour} and we close at six. Can the page look at the length of a session, not only at its start?",
    labels: ["booking-page", "feature-request"],
  },
];
