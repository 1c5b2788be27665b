/** The numbers that nudges are spread by, each with its reason. */

/**
 * "Omkring kl. 8" comes within so many minutes of it, before or after. Teams lets a bot make 50 requests a second in a
 * tenant: a city of 4,000 leaders that are asked at one time needs 80 s of all it may. Over 14 minutes it is 5 a second,
 * and what people write meanwhile is answered at once. Seven minutes are still "omkring": a quarter would be another time.
 */
export const spreadMinutes = 7;
