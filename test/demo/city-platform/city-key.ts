/** The key by which the city of the tests knows the district. */
export const cityKey = { id: "test-district", secret: "test-secret-of-at-least-32-bytes!" };
