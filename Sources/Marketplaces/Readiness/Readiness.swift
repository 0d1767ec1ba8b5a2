public import Nusantara

extension ChannelRules {
    /// What this channel would refuse about a product, and what would serve it: refusals first, each part of the form in turn.
    ///
    /// Characters are counted as Unicode scalars, the count that no channel's own exceeds by less.
    ///
    /// - Parameters:
    ///   - category: the product's category; nil if it has none.
    ///   - today: by which a channel may have closed.
    public func findings(about offer: Offer, in category: ProductCategory?, on today: CalendarDate) -> [ReadinessFinding] {
        if let closedOn, !isOpen(on: today) { return [ReadinessFinding(.channelClosed(on: closedOn.iso))] }
        var findings: [ReadinessFinding] = []
        if category == nil { findings.append(ReadinessFinding(.categoryMissing)) }
        if isForFoodOnly == true, let category, !category.isReadyToEat { findings.append(ReadinessFinding(.onlyReadyFood)) }
        checkWords(of: offer, &findings)
        checkPhotos(of: offer, &findings)
        checkAxes(of: offer, &findings)
        for variant in offer.variants { check(variant, &findings) }
        checkParcel(of: offer, &findings)
        if !offer.variants.isEmpty, offer.variants.allSatisfy({ $0.stock <= 0 }) { findings.append(ReadinessFinding(.nothingInStock)) }
        for need in category?.permits ?? [] where !need.kinds.contains(where: { offer.permits[$0] != nil }) {
            findings.append(ReadinessFinding(.permitMissing(need)))
        }
        return findings.filter(\.isRefusal) + findings.filter { !$0.isRefusal }
    }

    private func checkWords(of offer: Offer, _ findings: inout [ReadinessFinding]) {
        let titleCount = offer.title.unicodeScalars.count
        if let minimum = title?.minimum, titleCount < minimum {
            findings.append(ReadinessFinding(.titleShort(count: titleCount, minimum: minimum)))
        }
        if let maximum = title?.maximum, titleCount > maximum {
            findings.append(ReadinessFinding(.titleLong(count: titleCount, maximum: maximum)))
        }
        if refusesChineseTitles == true, offer.title.utf8.contains(where: { $0 >= 0xE2 }),
            offer.title.unicodeScalars.contains(where: { $0.properties.isIdeographic })
        {
            findings.append(ReadinessFinding(.titleInChinese))
        }
        let descriptionCount = offer.description.unicodeScalars.count
        if let minimum = description?.minimum, descriptionCount < minimum {
            findings.append(ReadinessFinding(.descriptionShort(count: descriptionCount, minimum: minimum)))
        }
        if let maximum = description?.maximum, descriptionCount > maximum {
            findings.append(ReadinessFinding(.descriptionLong(count: descriptionCount, maximum: maximum)))
        }
        if let name = offer.brand, let maximum = brand?.maximum, name.unicodeScalars.count > maximum {
            findings.append(ReadinessFinding(.brandLong(count: name.unicodeScalars.count, maximum: maximum)))
        }
        if needsBrandOrGTIN == true, offer.brand == nil, offer.variants.contains(where: { $0.gtin == nil }) {
            findings.append(ReadinessFinding(.brandOrGTINMissing))
        }
    }

    private func checkPhotos(of offer: Offer, _ findings: inout [ReadinessFinding]) {
        guard let photos else { return }
        if let minimum = photos.count?.minimum, offer.photos.count < minimum {
            findings.append(ReadinessFinding(.photosMissing(count: offer.photos.count, minimum: minimum)))
        }
        if let maximum = photos.count?.maximum, offer.photos.count > maximum {
            findings.append(ReadinessFinding(.photosTooMany(count: offer.photos.count, maximum: maximum)))
        }
        for (index, photo) in offer.photos.enumerated() {
            let number = index + 1
            if let types = photos.types, !types.contains(photo.type) {
                findings.append(ReadinessFinding(.photoOfAnotherKind(number: number)))
            }
            let (shorter, longer) = (min(photo.width, photo.height), max(photo.width, photo.height))
            if let minimum = photos.shortestSide, shorter < minimum {
                findings.append(ReadinessFinding(.photoSmall(number: number, side: shorter, minimum: minimum)))
            }
            if let maximum = photos.longestSide, longer > maximum {
                findings.append(ReadinessFinding(.photoLarge(number: number, side: longer, maximum: maximum)))
            }
            if let maximum = photos.maximumBytes, photo.bytes > maximum {
                findings.append(ReadinessFinding(.photoHeavy(number: number, maximumKilobytes: maximum / 1024)))
            }
            if photos.isSquare == true, photo.width != photo.height { findings.append(ReadinessFinding(.photoNotSquare(number: number))) }
        }
    }

    private func checkAxes(of offer: Offer, _ findings: inout [ReadinessFinding]) {
        if let maximum = axes?.count, offer.axes.count > maximum {
            findings.append(ReadinessFinding(.axesTooMany(count: offer.axes.count, maximum: maximum)))
        }
        for axis in offer.axes {
            if let maximum = axes?.name, axis.name.unicodeScalars.count > maximum {
                findings.append(ReadinessFinding(.axisNameLong(name: axis.name, maximum: maximum)))
            }
            guard let maximum = axes?.option else { continue }
            for option in axis.options where option.unicodeScalars.count > maximum {
                findings.append(ReadinessFinding(.optionLong(option: option, maximum: maximum)))
            }
        }
        if offer.variants.isEmpty { findings.append(ReadinessFinding(.variantsMissing)) }
        if let maximum = variants, offer.variants.count > maximum {
            findings.append(ReadinessFinding(.variantsTooMany(count: offer.variants.count, maximum: maximum)))
        }
    }

    private func check(_ variant: OfferVariant, _ findings: inout [ReadinessFinding]) {
        func add(_ problem: ReadinessProblem) { findings.append(ReadinessFinding(problem, variant: variant.sku)) }
        if let maximum = sku, variant.sku.unicodeScalars.count > maximum {
            add(.skuLong(count: variant.sku.unicodeScalars.count, maximum: maximum))
        }
        if let minimum = price?.minimum, variant.price < minimum { add(.priceLow(price: variant.price, minimum: minimum)) }
        if let maximum = price?.maximum, variant.price > maximum { add(.priceHigh(price: variant.price, maximum: maximum)) }
        if let maximum = stock?.maximum, variant.stock > maximum { add(.stockHigh(stock: variant.stock, maximum: maximum)) }
        if let lengths = gtin, let code = variant.gtin, !lengths.contains(code.utf8.count) { add(.gtinLength(digits: code.utf8.count)) }
    }

    private func checkParcel(of offer: Offer, _ findings: inout [ReadinessFinding]) {
        if let weight {
            if let grams = offer.weightGrams {
                if let minimum = weight.span?.minimum, grams < minimum {
                    findings.append(ReadinessFinding(.weightLow(grams: grams, minimum: minimum)))
                }
                if let maximum = weight.span?.maximum, grams > maximum {
                    findings.append(ReadinessFinding(.weightHigh(grams: grams, maximum: maximum)))
                }
            } else if weight.isRequired {
                findings.append(ReadinessFinding(.weightMissing))
            }
        }
        if needsDimensions == true, offer.dimensions == nil { findings.append(ReadinessFinding(.dimensionsMissing)) }
    }
}
