/// Names beside the circles of a map, as many as find room, the most important first.
struct MapLabels {
    struct Spot {
        let x: Double
        let y: Double
        let radius: Double
        let name: String
    }

    struct Label {
        let name: String
        let x: Double
        let y: Double
        /// Whether the name ends at `x` instead of beginning there.
        let isLeft: Bool
    }

    private(set) var placed: [Label] = []

    init(_ spots: [Spot], mostImportantFirst order: [Int], width: Double) {
        var taken: [(left: Double, right: Double, top: Double, bottom: Double)] = []
        for index in order {
            let spot = spots[index]
            // 7.4 units a letter is what the system fonts need at 13 units, the wide ones too.
            let length = Double(spot.name.count) * 7.4
            for isLeft in [false, true] {
                let x = isLeft ? spot.x - spot.radius - 4 : spot.x + spot.radius + 4
                let box = (left: isLeft ? x - length : x, right: isLeft ? x : x + length, top: spot.y - 7, bottom: spot.y + 7)
                let isInside = box.left >= 0 && box.right <= width
                let isFree =
                    !taken.contains { box.left < $0.right && $0.left < box.right && box.top < $0.bottom && $0.top < box.bottom }
                    && !spots.indices.contains { other in
                        other != index && box.left < spots[other].x + spots[other].radius
                            && box.right > spots[other].x - spots[other].radius
                            && box.top < spots[other].y + spots[other].radius && box.bottom > spots[other].y - spots[other].radius
                    }
                if isInside, isFree {
                    taken.append(box)
                    placed.append(Label(name: spot.name, x: x, y: spot.y + 4, isLeft: isLeft))
                    break
                }
            }
        }
    }
}
